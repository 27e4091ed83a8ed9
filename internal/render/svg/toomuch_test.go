package svg

import (
	"strings"
	"testing"
)

// What would be drawn for minutes is refused at once; what only looks like it is drawn.
func TestDrawingsThatAreTooMuchAreRefused(t *testing.T) {
	const many, fine = "the drawing cannot be read: it has too many parts to be drawn; save it as PNG", "the drawing cannot be read: its dashes are too fine to be drawn; save it as PNG"
	doubled := `<g id="a"><path d="M0 0h1v1z"/></g>`
	for c := 'b'; c < 'u'; c++ {
		doubled += `<g id="` + string(c) + `"><use href="#` + string(c-1) + `"/><use href="#` + string(c-1) + `"/></g>`
	}
	circles := func(n int) string { return strings.Repeat(`<circle r="9"/>`, n) }
	gradient := `<linearGradient id="g" href="#g"><stop/></linearGradient>`
	painted := func(n int) string { return gradient + strings.Repeat(`<path fill="url(#g)" d="M0 0h9v9z"/>`, n) }
	rules := func(n int) string { return `<style>` + strings.Repeat(".a{fill:red}", n) + `</style>` + circles(9) }
	for _, c := range []struct{ name, inside, want string }{
		{"as many shapes as are drawn", circles(maxShapes), ""},
		{"one more", circles(maxShapes + 1), many},
		{"as many gradients", painted(maxGradients), ""},
		{"one more", painted(maxGradients + 1), many},
		{"both of a shape", gradient + strings.Repeat(`<path fill="url(#g)" stroke="url(#g)" d="M0 0h9v9z"/>`, maxGradients/2+1), many},
		{"as many rules", rules(maxRules), ""},
		{"one more", rules(maxRules + 1), many},
		{"one shown twice, and twice, and twice", doubled, many},
		{"more elements than are walked through", strings.Repeat(`<g/>`, maxElements), "the drawing cannot be read: it shows itself within itself, or has too many parts"},
		{"as many elements as are walked through", strings.Repeat(`<g/>`, maxElements-2) + circles(1), ""},
		{"a line of dashes of nothing", `<path stroke="red" stroke-dasharray=".0001" d="M5 0V10000"/>`, fine},
		{"dashes as little as are drawn", `<path stroke="red" stroke-dasharray=".12" d="M0 0H10000V10000H0"/>`, ""},
		{"dashes of less", `<path stroke="red" stroke-dasharray=".1199" d="M0 0H10000V10000H0"/>`, fine},
		{"dashes of nothing", `<path stroke="red" stroke-dasharray=".0001" d="M0 0H10000V10000H0"/>`, fine},
		{"dashes of little", `<path stroke="red" stroke-dasharray=".02" d="M0 0H10000V10000H0"/>`, fine},
		{"dashes far across", `<path stroke="red" stroke-dasharray="5" d="M0 0H10000V10000H0"/>`, ""},
		{"a path far outside", `<path stroke="red" stroke-linejoin="round" d="M-10000000 -10000000C10000000 0 0 10000000 10000000 10000000"/>`, ""},
		{"enlarged beyond measure", `<g transform="scale(1e6) scale(1e6)"><circle r="1e6" stroke="red"/></g>`, ""},
		{"a long path", `<path d="M0 0` + strings.Repeat("l9-9c1 2 3 4 5 6", 20_000) + `"/>`, ""},
		{"many arcs", `<path d="M0 0` + strings.Repeat("a9 9 0 1150 5", 10_000) + `"/>`, ""},
		{
			"a clip of its own", `<clipPath id="c"><rect width="100" height="100" clip-path="url(#c)"/></clipPath><g clip-path="url(#c)">` + circles(1) + `</g>`,
			"the drawing cannot be read: it shows itself within itself, or has too many parts",
		},
	} {
		d, err := Parse([]byte(drawn(c.inside)))
		if err == nil && c.want != "" || err != nil && err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
		if d != nil {
			d.Polygons()
			d.Pixels(64)
		}
	}
}
