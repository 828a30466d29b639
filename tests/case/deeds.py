"""Ways to read pages that go wrong: at the top of a module, so that a worker process can find them."""

import os

from readingroom.case import work

BAD = 3  # page


def run_dying(jobs):
    if any(job.number == BAD for job in jobs):
        os._exit(1)
    return work.run_pages(jobs)


def run_endless(jobs):
    while any(job.number == BAD for job in jobs):
        pass
    return work.run_pages(jobs)


def run_raising(jobs):
    if any(job.number == BAD for job in jobs):
        raise ValueError("no such lamp")
    return work.run_pages(jobs)
