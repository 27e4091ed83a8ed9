package peers

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pressroom/internal/render/svg"
)

// Each drawing that is drawn for mail is drawn as Chromium draws it, but for the softness of
// edges.
func TestLogosAreDrawnAsABrowserDrawsThem(t *testing.T) {
	data, err := os.ReadFile("../render/svg/testdata/logos.txt")
	if err != nil {
		t.Fatal(err)
	}
	const side, across = 100, 10
	var names, drawings []string
	var page strings.Builder
	page.WriteString(`<!DOCTYPE html><style>body{margin:0;width:1000px;line-height:0;font-size:0}img{width:100px;height:100px}</style>`)
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		if lines := strings.Split(block, "\n"); !strings.HasPrefix(block, "#") {
			src := `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">` + lines[1] + `</svg>`
			names, drawings = append(names, lines[0]), append(drawings, src)
			fmt.Fprintf(&page, `<img src="data:image/svg+xml;base64,%s">`, base64.StdEncoding.EncodeToString([]byte(src)))
		}
	}
	name := filepath.Join(t.TempDir(), "logos.html")
	if err := os.WriteFile(name, []byte(page.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, _ := browser(t)
	rows := (len(names) + across - 1) / across
	do(t, ctx, chromedp.EmulateViewport(side*across, int64(rows*side), chromedp.EmulateScale(1)), chromedp.Navigate("file://"+name))
	shot, err := png.Decode(bytes.NewReader(ask(t, ctx, chromedp.FullScreenshot(100))))
	if err != nil {
		t.Fatal(err)
	}
	for i, src := range drawings {
		d, err := svg.Parse([]byte(src))
		if err != nil {
			t.Errorf("%s: %v", names[i], err)
			continue
		}
		ours, err := d.Pixels(side)
		if err != nil {
			t.Errorf("%s: %v", names[i], err)
			continue
		}
		on := image.NewRGBA(ours.Bounds())
		draw.Draw(on, on.Bounds(), image.White, image.Point{}, draw.Src)
		draw.Draw(on, on.Bounds(), ours, image.Point{}, draw.Over)
		others := 0
		for y := range side {
			for x := range side {
				if farApart(on.RGBAAt(x, y), shot.At(i%across*side+x, i/across*side+y)) {
					others++
				}
			}
		}
		if most := side * side / 100; others > most {
			t.Errorf("%s: %d of %d pixels are others than Chromium's", names[i], others, side*side)
		}
	}
}

// farApart tells whether two colours differ by more than an edge does that is drawn a little
// softer.
func farApart(a, b color.Color) bool {
	const soft = 0x5000
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	for _, d := range []int{int(ar) - int(br), int(ag) - int(bg), int(ab) - int(bb)} {
		if d > soft || d < -soft {
			return true
		}
	}
	return false
}
