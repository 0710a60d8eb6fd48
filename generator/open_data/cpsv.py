"""The catalogue as CPSV-AP 3.2 (Core Public Service Vocabulary, SEMIC) in JSON-LD.

A test reads it as RDF and holds it to the profile's cardinalities, datatypes and classes.

Fees and times stay verbatim in descriptions.  A value, a currency and a duration are added only where the
whole text is one plain amount or one plain count of calendar days, hours or months: working days are no
duration of XML Schema.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator import urls
from generator.model.settings import BoardSettings, Province
from generator.model.stated import State, fee, time_limit
from generator.open_data.datasets import Data

CONTEXT: Mapping[str, object] = {
    "atu": "http://data.europa.eu/88u/dataset/",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "@language": "vi",
    "dct:identifier": {"@id": "dct:identifier", "@language": None},  # a code is in no language
}
_LANGUAGE = {
    "@id": "http://publications.europa.eu/resource/authority/language/VIE",
    "@type": "dct:LinguisticSystem",
}
_CURRENCY = {
    "@id": "http://publications.europa.eu/resource/authority/currency/VND",
    "@type": "skos:Concept",
}
_CHANNELS = {"truc_tiep": "Trực tiếp", "truc_tuyen": "Trực tuyến", "buu_chinh": "Qua bưu chính"}
_DURATIONS = {"ngày": "P{}D", "giờ": "PT{}H", "tháng": "P{}M"}


def service(data: Data, settings: BoardSettings) -> dict[str, Any]:
    """One procedure as ``cpsv:PublicService``; parts that it does not state are left out."""
    page = urls.absolute(settings.url, urls.procedure(data["ma"]))
    authority = data["co_quan_thuc_hien"] or data["co_quan_co_tham_quyen"] or settings.publisher
    found: dict[str, Any] = {
        "@id": page,
        "@type": "cpsv:PublicService",
        "dct:identifier": data["ma"],
        "dct:title": data["ten"],
        "dct:description": data["tom_tat"] or data["ten"],
        "dct:language": _LANGUAGE,
        "dcat:keyword": data["tu_khoa"],
        "cv:thematicArea": {
            "@id": urls.absolute(settings.url, urls.field(data["linh_vuc"])),
            "@type": "skos:Concept",
        },
        "foaf:page": {"@id": page},
        "cv:hasCompetentAuthority": {
            "@type": "cv:PublicOrganisation",
            "skos:prefLabel": authority,
            "dct:spatial": [_region(province) for province in settings.provinces],
        },
        "cv:hasChannel": _named(data, "cach-thuc", map(_channel, data["cach_thuc_thuc_hien"])),
        "cv:hasCost": _named(data, "phi", _costs(data)),
        "cpsv:hasInput": _named(data, "giay-to", _papers(data)),
        "cpsv:produces": _named(data, "ket-qua", map(_output, data["ket_qua"])),
        "cv:hasLegalResource": [_law(text) for text in data["can_cu_phap_ly"]],
        "cv:processingTime": _processing_time(data),
        "dct:isReplacedBy": [
            {"@id": urls.absolute(settings.url, urls.procedure(code))}
            for code in (data["hieu_luc"] or {}).get("thay_the_boi", ())
        ],
    }
    return {key: value for key, value in found.items() if value not in (None, [], "")}


def _named(data: Data, kind: str, parts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parts with the identifier that the profile asks for: the procedure's code, the kind, the place."""
    return [
        {"@type": part["@type"], "dct:identifier": f"{data['ma']}-{kind}-{place}", **part}
        for place, part in enumerate(parts, start=1)
    ]


def _region(province: Province) -> dict[str, Any]:
    types = ["dct:Location", "atu:atu-type"]
    return {"@type": types, "dct:identifier": province.code, "skos:prefLabel": province.name}


def _output(result: Data) -> dict[str, Any]:
    return {"@type": "cv:Output", "dct:title": result["ten"]}


def _channel(row: Data) -> dict[str, Any]:
    said = [_CHANNELS[row["hinh_thuc"]], row["truong_hop"], row["thoi_han"], row["mo_ta"]]
    return {"@type": "cv:Channel", "dct:description": ". ".join(text for text in said if text)}


def _costs(data: Data) -> Iterator[dict[str, Any]]:
    for text in dict.fromkeys(row["phi_le_phi"] for row in data["cach_thuc_thuc_hien"] if row["phi_le_phi"]):
        stated = fee(text)
        cost = {"@type": "cv:Cost", "dct:description": text}
        if stated.state is State.NONE or stated.number is not None:
            value = {"@value": str(stated.number or 0), "@type": "xsd:double"}
            cost |= {"cv:hasValue": value, "cv:currency": _CURRENCY}
        yield cost


def _papers(data: Data) -> Iterator[dict[str, Any]]:
    for case in data["thanh_phan_ho_so"]:
        for paper in case["giay_to"]:
            said = [case["truong_hop"], paper["mau_don"], paper["lay_o_dau"]]
            words = ". ".join(text for text in said if text)
            about = {"dct:description": words} if words else {}
            yield {"@type": "cv:Evidence", "dct:title": paper["ten"], **about}


def _law(text: Data) -> dict[str, Any]:
    found = {
        "@type": "eli:LegalResource",
        "dct:identifier": text["so_ky_hieu"],
        "dct:title": text["trich_yeu"],
        "dct:issued": {"@value": text["ngay_ban_hanh"], "@type": "xsd:date"}
        if text["ngay_ban_hanh"]
        else None,
    }
    return {key: value for key, value in found.items() if value}


def _processing_time(data: Data) -> dict[str, str] | None:
    """The one duration that all channels agree on, where it is one."""
    texts = {row["thoi_han"] for row in data["cach_thuc_thuc_hien"]}
    if len(texts) != 1:
        return None
    stated = time_limit(texts.pop())
    form = _DURATIONS.get(stated.unit or "")
    return {"@value": form.format(stated.number), "@type": "xsd:duration"} if form else None
