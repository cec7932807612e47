"""What libraries and the system say in English, in both languages: every such table stands here."""

import errno
from typing import Final

from indicators.errors import Words

DUE_IN_CHINESE: Final = {
    "bool_parsing": "应为 true 或 false",
    "bool_type": "应为 true 或 false",
    "date_from_datetime_parsing": "应为日期，如 2020-02-25",
    "date_parsing": "应为日期，如 2020-02-25",
    "date_type": "应为日期，如 2020-02-25",
    "decimal_parsing": "应为数字",
    "decimal_type": "应为数字",
    "dict_type": "应为“键: 值”",
    "enum": "可用的值：{expected}",
    "finite_number": "应为有限的数字",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "int_from_float": "应为整数",
    "int_parsing": "应为整数",
    "int_parsing_size": "整数过大",
    "int_type": "应为整数",
    "less_than": "应小于 {lt}",
    "less_than_equal": "应不大于 {le}",
    "list_type": "应为列表",
    "literal_error": "可用的值：{expected}",
    "model_attributes_type": "应为“键: 值”",
    "model_type": "应为“键: 值”",
    "set_type": "应为列表",
    "string_pattern_mismatch": "应符合 {pattern}",
    "string_too_long": "至多 {max_length} 个字",
    "string_too_short": "至少应有 {min_length} 个字",
    "string_type": "应为文字",
    "too_long": "至多 {max_length} 项",
    "too_short": "至少应有 {min_length} 项",
    "tuple_type": "应为列表",
    "union_tag_invalid": "可用的 {discriminator}：{expected_tags}",
    "union_tag_not_found": "应写明 {discriminator}",
}
"""What is due, by pydantic's type of error."""

UNFIT: Final = "不合要求"
"""What is said of any other type."""

YAML_IN_CHINESE: Final = (
    ("cannot start any token", "有不能出现在这里的字符；缩进请用空格，不用制表符（Tab）"),
    ("tab character", "缩进请用空格，不用制表符（Tab）"),
    ("expected key", "缩进没有对齐，或上一行没有写完"),
    ("mapping values are not allowed", "一行里有两个“: ”，或缩进没有对齐"),
    ("could not find expected ':'", "缺少半角冒号“: ”"),
    ("expected '-' indicator", "列表的“- ”没有对齐"),
    ("',' or ']'", "方括号没有写完"),
    ("',' or '}'", "花括号没有写完"),
    ("nesting depth", "嵌套过深"),
    ("unexpected end of stream", "引号没有写完"),
    ("unknown escape character", "双引号里的反斜杠“\\”要写成“\\\\”，或改用单引号"),
    ("control characters", "有控制字符，请删去"),
    ("expected <document start>", "内容没有对齐，或前面多出了文字"),
)
"""By words of the YAML reader's messages: what is wrong. The first that fits is said."""

SYSTEM_IN_CHINESE: Final = {
    errno.EACCES: "没有权限",
    errno.EEXIST: "已有同名的文件或文件夹",
    errno.EIO: "磁盘读写出错",
    errno.EISDIR: "这是一个文件夹",
    errno.ENAMETOOLONG: "名称太长",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EPERM: "系统不允许",
    errno.EROFS: "磁盘是只读的",
}


def reason_of(error: Exception) -> Words:
    """Why the system refused to read or write a file."""
    english = getattr(error, "strerror", None) or str(error)
    return Words(SYSTEM_IN_CHINESE.get(getattr(error, "errno", None) or 0, english), english)


def yaml_fault(english: str) -> Words:
    """What is wrong with a text that is no YAML."""
    zh = next((said for words, said in YAML_IN_CHINESE if words in english), "请检查这一行和上一行")
    return Words(zh, english)
