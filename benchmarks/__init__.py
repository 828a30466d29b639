"""Benchmarks: figures of accuracy, speed, memory and durability, by one command.

    make bench                      all of them
    python -m benchmarks reading    one of them

Data: the folder that READINGROOM_CORPORA names, else ../shared/corpora beside the checkout; tools in ../tools beside
it. Where data is absent, a benchmark says so and is skipped. Results go to build/bench/figures.json as well.
"""
