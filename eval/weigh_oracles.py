"""Hold Valla's exact inference against pyAgrum on published networks that the package pgmpy carries as files.

`python eval/weigh_oracles.py PGMPY-WHEEL`, with `pip install -r eval/requirements-weigh.txt` before, or a wheel from
`pip download --no-deps pgmpy==1.0.0` (only its files are read; pgmpy itself is not run). Leaves with 1 where an answer
differs by more than 1e-9.
"""

import gzip
import sys
import tempfile
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from valla.weigh.factors import Factor, eliminate, make_factor, observe

NETWORKS = "asia cancer earthquake survey sachs alarm insurance hailfinder hepar2 win95pts water andes".split()
QUERIES, FINDINGS, LIMIT = 20, 5, 1e-9


def load_networks(wheel: Path) -> dict[str, Any]:
    """Return the networks of a wheel by name, as pyAgrum reads them."""
    agrum = import_module("pyagrum")
    found = {}
    with zipfile.ZipFile(wheel) as files, tempfile.TemporaryDirectory() as folder:
        for name in NETWORKS:
            path = Path(folder) / f"{name}.bif"
            path.write_bytes(gzip.decompress(files.read(f"pgmpy/utils/example_models/{name}.bif.gz")))
            found[name] = agrum.loadBN(str(path))
    return found


def factors_of(network: Any) -> list[Factor]:  # noqa: ANN401  (a network of the oracle)
    """Return the tables of a network as our factors."""
    factors = []
    for node in network.nodes():
        names = network.cpt(node).names  # the variable itself first, the table with its axes the other way round
        scope = [network.idFromName(name) for name in reversed(names)]
        factors.append(make_factor(scope, np.asarray(network.cpt(node).toarray(), dtype=float)[..., None]))
    return factors


def sample(network: Any, chance: np.random.Generator) -> dict[int, int]:  # noqa: ANN401
    """Return one state of every variable, drawn from the network, so that findings are possible together."""
    state: dict[int, int] = {}
    for node in network.topologicalOrder():
        parents = {network.variable(one).name(): state[one] for one in network.parents(node)}
        shares = np.asarray(network.cpt(node)[parents] if parents else network.cpt(node).toarray(), dtype=float).ravel()
        state[node] = int(chance.choice(len(shares), p=shares / shares.sum()))
    return state


def largest_difference(network: Any, seed: int) -> float:  # noqa: ANN401
    """Return the largest difference over the queries of one network."""
    agrum, chance = import_module("pyagrum"), np.random.default_rng(seed)
    factors, nodes = factors_of(network), sorted(network.nodes())
    worst = 0.0
    for _ in range(QUERIES):
        target, *others = (int(node) for node in chance.permutation(nodes)[: 1 + int(chance.integers(0, FINDINGS + 1))])
        state = sample(network, chance)
        seen = {node: state[node] for node in others}
        oracle = agrum.LazyPropagation(network)
        oracle.setEvidence(seen)
        oracle.makeInference()
        ours = eliminate([observe(one, seen) for one in factors], (target,))[:, 0]
        worst = max(worst, float(abs(ours - np.asarray(oracle.posterior(target).toarray())).max()))
    return worst


def main(words: list[str]) -> int:
    """Print the largest difference of each network; return 1 where one is too large."""
    if len(words) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    worst = {
        name: largest_difference(network, seed)
        for seed, (name, network) in enumerate(load_networks(Path(words[0])).items())
    }
    for name, difference in worst.items():
        print(f"{name:12} {QUERIES} queries, largest difference {difference:.1e}")
    print(f"{len(worst) * QUERIES} queries in all, largest difference {max(worst.values()):.1e}")
    return int(max(worst.values()) > LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
