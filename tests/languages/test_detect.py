"""The language of a manuscript is told, or left open."""

import os
import subprocess
import sys

import pytest

from citecheck.languages.detect import detect

TOLD = {
    "en": ("The town was small and the river was wide, but there were many who had come from the north to live in it."),
    "de": (
        "Die Stadt war klein und der Fluss war breit, aber viele sind aus dem Norden gekommen, um bei ihm zu wohnen."
    ),
    "fr": (
        "La ville est petite et le fleuve est large, mais beaucoup sont venus du nord pour vivre dans cette région."
    ),
    "es": (
        "La ciudad era pequeña y el río era ancho, pero muchos "
        "llegaron desde el norte para vivir en ella con los suyos."
    ),
    "pt": (
        "A cidade era pequena e o rio era largo, mas muitos vieram "
        "do norte para viver nela com os seus, e não foram só eles."
    ),
    "it": (
        "La città era piccola e il fiume era largo, ma molti "
        "sono arrivati dal nord per vivere nella valle con gli altri."
    ),
    "nl": (
        "De stad was klein en de rivier was breed, maar er zijn veel mensen uit het noorden gekomen om er te wonen."
    ),
    "pl": (
        "Miasto było małe, a rzeka była szeroka, ale wielu przybyło "
        "z północy, żeby się tu osiedlić, i nie jest to dziwne."
    ),
    "ru": ("Город был мал, а река широка, но многие пришли с севера, чтобы жить в нём, и это не было так уж странно."),
    "uk": ("Місто було мале, а річка широка, але багато хто прийшов з півночі, щоб жити в ньому, і це не було дивно."),
    "tr": (
        "Şehir küçük ve nehir geniş olduğu için kuzeyden gelenler "
        "daha çok burada kaldı, ancak bu bir süre sonra değişti."
    ),
    "sv": (
        "Staden var liten och floden var bred, men många hade kommit "
        "från norr för att bo där, och det är inte konstigt."
    ),
    "da": (
        "Byen var lille, og floden var bred, men mange var kommet "
        "nordfra for at bo der, og det blev ikke glemt af andre."
    ),
    "no": (
        "Byen var liten, og elva var brei, men mange hadde kommet nordfra for å bo der, og det ble ikke glemt av noen."
    ),
    "fi": (
        "Kaupunki oli pieni ja joki oli leveä, mutta monet olivat "
        "tulleet pohjoisesta, eikä se ole outoa, vaikka niin voi luulla."
    ),
    "cs": (
        "Město bylo malé a řeka byla široká, ale mnozí přišli ze severu, aby se v něm usadili, a to není nic divného."
    ),
    "hu": (
        "A város kicsi volt, és a folyó széles, de sokan jöttek "
        "északról, hogy itt éljenek, és ez nem is volt olyan különös."
    ),
    "ro": (
        "Orașul era mic, iar râul era lat, dar mulți au venit din "
        "nord pentru a trăi în el, și nu este un lucru de mirare."
    ),
    "el": "Η πόλη ήταν μικρή και το ποτάμι ήταν πλατύ, αλλά πολλοί ήρθαν από τον βορρά για να ζήσουν στην κοιλάδα.",
    "zh": "这座城市不大，河却很宽，但是有很多人从北方来到这里，他们要在这里生活，这也是可以理解的。",
    "ja": "町は小さく、川は広かったが、北から多くの人がやって来て、そこに住むようになったのである。",
}

OPEN = [
    ("", "nothing to read"),
    ("Obi 2009; Harcourt 2011; Levin 2012; Osei 2014", "names and years only"),
    ("도시는 작고 강은 넓었지만 북쪽에서 많은 사람들이 왔다.", "a language without a file"),
    ("12 34 56 (7) [8]", "no words"),
    ("det er for at og som en i", "Danish and Norwegian alike"),
]


@pytest.mark.parametrize(("code", "text"), TOLD.items(), ids=TOLD)
def test_told(code, text):
    assert detect(text) == code


@pytest.mark.parametrize(("text", "why"), OPEN, ids=[row[1] for row in OPEN])
def test_left_open(text, why):
    assert detect(text) is None, why


def test_summary_and_list_in_another_language_do_not_matter():
    russian = TOLD["ru"] + "\n"
    english = TOLD["en"] + "\n"
    assert detect(english * 15 + russian * 150 + english * 60) == "ru"


def test_every_process_adds_up_the_words_in_the_same_order():
    """A sum of parts depends on their order in its last digits, and a language may hang on them."""
    program = "from citecheck.languages.detect import _weights; print(list(_weights()))"
    printed = [
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
        ).stdout
        for seed in "12"
    ]
    assert printed[0] == printed[1]
