package peers

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/chromedp/chromedp"
)

// placed finds an element that can be pressed: it brings it into view, and returns the middle
// of it, or nothing while something else lies there.
const placed = `(selector => {
	const it = document.querySelector(selector)
	if (document.readyState !== "complete" || !it) return ""
	it.scrollIntoView({block: "center", inline: "center", behavior: "instant"})
	const [box] = it.getClientRects()
	if (!box || !box.width || !box.height) return ""
	const x = box.left + box.width / 2, y = box.top + box.height / 2
	const there = document.elementFromPoint(x, y)
	return there && it.contains(there) ? JSON.stringify({x, y}) : ""
})`

// press clicks into the middle of an element, once the page is there and the element has
// stood at one place for two looks: a page that is still being laid out moves it away
// between the look and the click.
func press(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	quoted, err := json.Marshal(selector)
	if err != nil {
		t.Fatal(err)
	}
	var was string
	untilPage(t, ctx, "something to press at "+selector, func() bool {
		is, err := chromedp.Run(ctx, chromedp.Evaluate[string](placed+"("+string(quoted)+")"))
		if errors.Is(err, ctx.Err()) && ctx.Err() != nil {
			t.Fatal(err)
		}
		stands := err == nil && is != "" && is == was
		was = is
		return stands
	})
	var at struct{ X, Y float64 }
	if err := json.Unmarshal([]byte(was), &at); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.MouseClickXY(at.X, at.Y))
}

// untilPage waits for a condition of a page, and shows the page where it does not come.
func untilPage(t *testing.T, ctx context.Context, what string, ok func() bool) {
	t.Helper()
	came := false
	defer func() {
		if came {
			return
		}
		text, err := chromedp.Run(ctx, chromedp.Evaluate[string](`location.pathname + "\n" + document.body.innerText`))
		t.Logf("the page at that time (%v): %.3000s", err, text)
	}()
	until(t, what, ok)
	came = true
}
