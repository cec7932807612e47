# Everything runs inside .venv, which is made on first use: `make demo` and `make test` need only
# Python 3.11 or later, make, and a package index that pip can reach.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
DATA := data/xicheng-2019
DECLARATION := $(DATA)/xicheng-2019-budget.txt
ACTUALS := $(DATA)/actuals.xlsx
STANDARD := cn-beijing-selfeval-2016
OUT := out
COMPILED := .compiled

.DEFAULT_GOAL := help
.PHONY: help demo test compiled lint types layers unit format bench bench-quick bench-start bench-parsing bench-scoring constraints clean
.DELETE_ON_ERROR:

help:  ## Name the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ── set-up: a stamp file each, so that a second run is quick and a changed pin is seen ───────────

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "需要 Python 3.11 或更高版本：make PYTHON=/路径/python3.12 … / Python 3.11 or later is needed"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "缺少 venv 模块，请先：apt-get install python3-venv / the venv module is missing: install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --constraint constraints.txt --editable .
	$(BIN)/python -m compileall -q evalengine indicators scoring  # as an installer does: quick starts
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@

# ── the main job on the real document ────────────────────────────────────────────────────────────

demo: $(VENV)/.core  ## Read, score and grade nine real projects into out/
	@mkdir -p $(OUT)
	@echo "── 1 读出申报表里的承诺 / what the declaration promises"
	$(BIN)/evalengine parse $(DECLARATION) --format json > $(OUT)/targets.json
	$(BIN)/evalengine parse --text '保安人员100人，合同签订后4个月内到岗，年故障累计时间＜48小时'
	@echo "── 2 供部门填报的工作簿 / the workbook to fill in"
	$(BIN)/evalengine template $(DECLARATION) -o $(OUT)/实际完成值-空表.xlsx
	@echo "── 3 打分、评级 / scores and grades（$(ACTUALS) 为示例数值）"
	$(BIN)/evalengine score $(DECLARATION) --actuals $(ACTUALS) --standard $(STANDARD) \
	  -o $(OUT)/自评表.xlsx -o $(OUT)/自评表.docx -o $(OUT)/评分单.html -o $(OUT)/评价记录.json
	@echo "── 4 一分一分说来由 / why each point"
	$(BIN)/evalengine explain $(OUT)/评价记录.json > $(OUT)/评分说明.txt
	@sed -n '1,40p' $(OUT)/评分说明.txt
	@echo "── 写出的文件 / written"
	@ls -l $(OUT)

# ── proof ────────────────────────────────────────────────────────────────────────────────────────

test: lint types layers unit  ## Style, types, layers and tests

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest

# The hook compiles beside the sources, where what is compiled would hide a later change: so a copy.
compiled: $(BIN)/python  ## A package with the grammar as machine code, in .compiled/, tested there
	@command -v cc >/dev/null || { echo "缺少 C 编译器：apt-get install gcc / a C compiler is needed"; exit 1; }
	rm -rf $(COMPILED) && mkdir -p $(COMPILED)/source $(COMPILED)/proof
	cp -r pyproject.toml README.md LICENSE CHANGELOG.md evalengine indicators scoring $(COMPILED)/source
	HATCH_BUILD_HOOK_ENABLE_MYPYC=true $(PIP) wheel --no-deps --wheel-dir $(COMPILED) $(COMPILED)/source
	$(PYTHON) -m venv $(COMPILED)/venv
	$(COMPILED)/venv/bin/python -m pip --disable-pip-version-check --quiet install \
	  --constraint constraints.txt "$$(echo $(COMPILED)/*.whl)[dev]"
	cp -r pyproject.toml docs tests benchmarks data $(COMPILED)/proof
	cd $(COMPILED)/proof && ../venv/bin/python -m pytest -n auto \
	  tests/indicators tests/scoring tests/evalengine tests/golden tests/laws
	@ls -l $(COMPILED)/*.whl

format: $(VENV)/.dev  ## Lay the code out
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(VENV)/.dev  ## All measurements in one table, beside peers, saved as JSON (about half an hour)
	@mkdir -p $(OUT)
	$(BIN)/python -m benchmarks.suite --json $(OUT)/bench.json

bench-quick: $(VENV)/.dev  ## The same on small sizes, in two minutes
	@mkdir -p $(OUT)
	$(BIN)/python -m benchmarks.suite --quick --json $(OUT)/bench-quick.json

bench-start: $(VENV)/.core  ## Start-up against importing pydantic and pandas
	$(BIN)/python benchmarks/startup.py

bench-parsing: $(VENV)/.core  ## How many annotated texts are read exactly
	$(BIN)/python benchmarks/parsing.py --misses

bench-scoring: $(VENV)/.core  ## Exactness, speed and memory of tables of items
	$(BIN)/python -m benchmarks.scoring

# ── upkeep ───────────────────────────────────────────────────────────────────────────────────────

constraints:  ## Pin anew: the newest versions, in an environment of its own
	rm -rf $(VENV)-pins && $(PYTHON) -m venv $(VENV)-pins
	$(VENV)-pins/bin/pip install --quiet '.[dev,pdf,doc,report,cluster,engines,bench]'
	{ sed '/^[^#]/,$$d' constraints.txt; $(VENV)-pins/bin/pip freeze --exclude evalengine; } > constraints.new
	mv constraints.new constraints.txt && rm -rf $(VENV)-pins

clean:  ## Remove the environment and all that was made
	rm -rf $(VENV) $(VENV)-* $(OUT) $(COMPILED) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
