// Package pdf renders a release as a PDF.
package pdf

import (
	"pressroom/internal/release"
)

// Render is not there yet.
func Render(*release.Release, *release.Version, release.Phase, release.Assets) ([]byte, error) {
	return []byte("%PDF"), nil
}
