package coalition

import (
	"pressroom/internal/check"
	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
)

func signoffErrors(r *release.Release, k *release.Known) diagnostic.List { return check.Signoffs(r, k) }
