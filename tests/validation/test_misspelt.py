from cdk8s_iter8.validation.misspelt import unknown_key


def test_an_unknown_key() -> None:
    assert unknown_key("imag", ["image", "port"]) == "is not a known key; did you mean 'image'?"
    assert unknown_key("x", ["port", "image"]) == "is not a known key; known: image, port"
    assert unknown_key("x", []) == "is not a known key; there is none here"
