"""The screens of people and offices."""

from readingroom.store import actors


def test_people_lead_to_a_person_with_names_grounds_and_posts(client, case):
    shown = client.get("/people")
    assert shown.status_code == 200
    actor = actors(case.store)[0]
    assert f"/person/{actor.id}" in shown.text
    person = client.get(f"/person/{actor.names[-1].id}")  # the id of any printed name leads there
    assert person.status_code == 200
    assert "printed name" in person.text
    assert client.get("/offices").status_code == 200


def test_people_are_found_by_part_of_a_printed_name(client, case):
    actor = actors(case.store)[0]
    word = actor.names[0].words.split()[0].strip(",<")[:5]
    assert actor.id in client.get("/people", params={"q": word}).text
    nobody = client.get("/people", params={"q": "zzqx", "kind": "nonsense"})
    assert nobody.status_code == 200
    assert "No people" in nobody.text


def test_somebody_who_is_not_there_is_told_plainly(client):
    assert client.get("/person/p000000000000").status_code == 404


def test_the_sender_of_a_message_leads_to_the_person(client, case):
    actor = next(one for one in actors(case.store) if one.sent and one.names[0].sent)
    message = client.get(f"/copy/{actor.names[0].copy}", follow_redirects=True)
    assert f'href="/person/{actor.id}"' in message.text
