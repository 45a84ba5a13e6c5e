from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gallery_app.models.sorting import lexsorted

floats = st.floats(width=32) | st.sampled_from([0.0, -0.0, 1.0, float("nan"), -float("nan")])
integers = st.integers(-(2**63), 2**63 - 1) | st.integers(-3, 3)


@given(st.data(), st.integers(0, 40))
def test_rows_are_sorted_as_numpy_sorts_them(data: st.DataObject, count: int) -> None:
    keys = (
        data.draw(arrays(np.float32, count, elements=floats)),
        data.draw(arrays(np.float64, count, elements=st.floats() | floats)),
        data.draw(arrays(np.int64, count, elements=integers)),
    )
    for key in keys:
        np.testing.assert_array_equal(lexsorted(key), np.lexsort((key,)))
    np.testing.assert_array_equal(lexsorted(*keys), np.lexsort(keys))
