# OAuth 1.0a (RFC 5849), two-legged, as requests_oauthlib makes it; takes its steps and prints its answers as exchange.mjs does.
import json
import os
import sys

import requests
from oauthlib.oauth1 import SIGNATURE_HMAC_SHA1, SIGNATURE_HMAC_SHA256, SIGNATURE_RSA
from requests_oauthlib import OAuth1

SECRET = os.environ["LGSP_SECRET"]
ALGORITHMS = {
    "hmac-sha1": {"signature_method": SIGNATURE_HMAC_SHA1, "client_secret": SECRET},
    "hmac-sha256": {"signature_method": SIGNATURE_HMAC_SHA256, "client_secret": SECRET},
    "rsa-v1_5-sha256": {"signature_method": "RSA-SHA256", "rsa_key": SECRET},
    "rsa-v1_5-sha1": {"signature_method": SIGNATURE_RSA, "rsa_key": SECRET},
}

for step in json.load(sys.stdin):
    body = step.get("body")
    auth = OAuth1(
        os.environ["LGSP_ACCESS_KEY"],
        force_include_body=body is not None and not step.get("withoutBodyHash"),
        **ALGORITHMS[os.environ["LGSP_ALGORITHM"]],
    )
    url = os.environ["LGSP_ENDPOINT"] + step["path"]
    request = requests.Request(step["method"], url, headers=step.get("headers"), data=body and body.encode(), auth=auth)
    prepared = request.prepare()
    prepared.headers.update(step.get("headersAfterSigning", {}))
    if "bodyAfterSigning" in step:
        changed = step["bodyAfterSigning"].encode()
        prepared.body = changed
        prepared.headers["Content-Length"] = str(len(changed))
    for _ in range(step.get("times", 1)):
        answer = requests.Session().send(prepared)
        print(json.dumps({"status": answer.status_code, "headers": dict(answer.headers), "body": answer.text}))
