"""The catalogue in JSON-LD, read as RDF by a library that knows nothing of us, against CPSV-AP's table.

SHACL would say the same: pySHACL brings ten packages for a score of properties, so the table is walked here.
"""

import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.term import Node

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib, of itself

PROFILE = tomllib.loads((Path(__file__).parent / "cpsv_ap.toml").read_text(encoding="utf-8"))
PREFIXES: dict[str, str] = PROFILE.pop("prefixes")
BEYOND: dict[str, list[str]] = PROFILE.pop("beyond")
LIMITS = {"1": (1, 1), "0..1": (0, 1), "1..n": (1, 10**6), "0..n": (0, 10**6)}


def term(name: str) -> URIRef:
    prefix, _, local = name.partition(":")
    return URIRef(PREFIXES[prefix] + local)


def faults(graph: Graph) -> Iterator[str]:
    """What a graph lacks or says in another form than the profile asks for."""
    for name, properties in PROFILE.items():
        allowed = {RDF.type, *map(term, properties), *map(term, BEYOND.get(name, ()))}
        for node in graph.subjects(RDF.type, term(name)):
            for key, (count, kind) in properties.items():
                values = list(graph.objects(node, term(key)))
                least, most = LIMITS[count]
                if not least <= len(values) <= most:
                    yield f"{name} {key}: {len(values)} values, {count} wanted"
                yield from (
                    f"{name} {key}: {value!r} is no {kind}" for value in values if not _is(graph, value, kind)
                )
            for key in set(graph.predicates(node)) - allowed:
                yield f"{name}: {key} is not in the table"


def _is(graph: Graph, value: Node, kind: str) -> bool:
    if not isinstance(value, Literal):
        return (value, RDF.type, term(kind)) in graph
    if kind == "rdf:langString":
        return value.language == "vi"
    return (
        value.language is None
        and (value.datatype or term("xsd:string")) == term(kind)
        and not value.ill_typed
    )


def read(text: str) -> Graph:
    return Graph().parse(data=text, format="json-ld")


@pytest.fixture(scope="session")
def catalogue(v1: Path) -> str:
    return (v1 / "danh-muc.jsonld").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def service(catalogue: str) -> dict[str, Any]:
    """The catalogue with one service that has something of everything."""
    whole: dict[str, Any] = json.loads(catalogue)
    whole["@graph"] = [max(whole["@graph"], key=lambda one: (len(one), len(str(one))))]
    assert "cv:processingTime" in str(whole) and "cv:hasValue" in str(whole)
    return whole


def test_every_service_holds_to_the_profile(catalogue: str) -> None:
    graph = read(catalogue)
    assert sorted(set(faults(graph))) == []
    services = set(graph.subjects(RDF.type, term("cpsv:PublicService")))
    assert len(services) == len(json.loads(catalogue)["@graph"]) > 200
    assert all((None, RDF.type, term(name)) in graph for name in PROFILE)


def test_every_part_belongs_to_a_service_and_is_named_once(catalogue: str) -> None:
    graph = read(catalogue)
    parts = {node for node in graph.subjects() if isinstance(node, BNode)}
    assert parts <= set(graph.objects())
    for name in ("cpsv:PublicService", "cv:Channel", "cv:Cost", "cv:Evidence", "cv:Output"):
        named = [graph.value(node, term("dct:identifier")) for node in graph.subjects(RDF.type, term(name))]
        assert len(set(named)) == len(named), name


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda one: one.pop("dct:identifier"), "dct:identifier: 0 values"),
        (lambda one: one.pop("cv:hasCompetentAuthority"), "cv:hasCompetentAuthority: 0 values"),
        (lambda one: one.update({"dct:title": {"@value": "x"}}), "is no rdf:langString"),
        (lambda one: one["cpsv:produces"][0].pop("dct:identifier"), "cv:Output dct:identifier: 0 values"),
        (lambda one: one["cv:hasChannel"][0].update({"@type": "cv:Chanel"}), "is no cv:Channel"),
        (lambda one: one.update({"dct:titel": "x"}), "is not in the table"),
    ],
)
def test_a_service_that_does_not_is_noticed(
    harm: Callable[[dict[str, Any]], object], said: str, service: dict[str, Any]
) -> None:
    spoilt = json.loads(json.dumps(service))
    harm(spoilt["@graph"][0])
    assert any(said in fault for fault in faults(read(json.dumps(spoilt))))
