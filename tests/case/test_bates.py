import pytest

from readingroom.case.ask_search import hit_records


@pytest.mark.parametrize("query", ["doc:HIS-0117-000212", "doc:his-0117-000212"])
def test_a_page_is_found_by_its_bates_number(sample_case, query):
    total, records, *_ = hit_records(sample_case.store, query)
    assert total
    assert {record["page"] for record in records} == {13}


def test_pages_are_found_by_the_beginning_of_their_bates_numbers(sample_case):
    _, records, *_ = hit_records(sample_case.store, "doc:HIS-0117-00021*")
    assert {13, 14} <= {record["page"] for record in records}
