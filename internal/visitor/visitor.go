// Package visitor is the browser's part in tests of the press office's pages: it reads
// them, presses their buttons with what stands in their forms, and asks every route in
// every role. It is for tests alone.
package visitor

import (
	"html"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// Visitor reads the pages of a server.
type Visitor struct {
	T      testing.TB
	Server string // its address
}

// Answer is the status and the text of an answer.
func (v Visitor) Answer(r *http.Response, err error) (int, string) {
	v.T.Helper()
	if err != nil {
		v.T.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		v.T.Fatal(err)
	}
	return r.StatusCode, string(b)
}

// Get reads a page.
func (v Visitor) Get(path string) (int, string) {
	v.T.Helper()
	return v.Answer(http.Get(v.Server + path))
}

// Post sends a form.
func (v Visitor) Post(path string, form url.Values) (int, string) {
	v.T.Helper()
	return v.Answer(http.PostForm(v.Server+path, form))
}

// Shows reads a page that has to say something.
func (v Visitor) Shows(path string, want ...string) string {
	v.T.Helper()
	code, body := v.Get(path)
	if code != http.StatusOK {
		v.T.Fatalf("%s: %d\n%s", path, code, body)
	}
	v.Says(path, body, want...)
	return body
}

// Says holds a page against what it has to say, as it is read or as it is written.
func (v Visitor) Says(what, body string, want ...string) {
	v.T.Helper()
	read := html.UnescapeString(body)
	for _, w := range want {
		if !strings.Contains(body, w) && !strings.Contains(read, w) {
			v.T.Errorf("%s does not say %q:\n%s", what, w, body)
		}
	}
}

var (
	forms    = regexp.MustCompile(`(?s)<form method="post" action="([^"]*)".*?</form>`)
	inputs   = regexp.MustCompile(`<input [^>]*name="([^"]*)"[^>]*>`)
	valueOf  = regexp.MustCompile(` value="([^"]*)"`)
	selects  = regexp.MustCompile(`(?s)<select name="([^"]*)">(.*?)</select>`)
	chosen   = regexp.MustCompile(`<option value="([^"]*)" selected>`)
	unsent   = regexp.MustCompile(`type="(?:checkbox|file)"`)
	isHidden = regexp.MustCompile(`type="hidden"`)
)

// Form is what a browser sends of a page's form that posts to a path and that nobody has
// touched, and other values as name, value. Of several the first counts, or the first that
// has a field of the first of these names.
func (v Visitor) Form(body, path string, more ...string) url.Values {
	v.T.Helper()
	var of string
	for _, f := range forms.FindAllStringSubmatch(body, -1) {
		has := func(form string) bool { return len(more) > 1 && strings.Contains(form, `name="`+more[0]+`"`) }
		if f[1] == path && (of == "" || has(f[0]) && !has(of)) {
			of = f[0]
		}
	}
	if of == "" {
		v.T.Fatalf("no form posts to %s in\n%s", path, body)
	}
	out := fields(of, unsent.MatchString)
	for _, sel := range selects.FindAllStringSubmatch(of, -1) {
		value := ""
		if m := chosen.FindStringSubmatch(sel[2]); m != nil {
			value = html.UnescapeString(m[1])
		}
		out.Add(sel[1], value)
	}
	return set(out, more)
}

// Posts are the paths to which the forms of a page post.
func Posts(body string) (out []string) {
	for _, f := range forms.FindAllStringSubmatch(body, -1) {
		out = append(out, f[1])
	}
	return out
}

// HiddenIn are the hidden fields of each form of a page that posts to a path.
func HiddenIn(body, path string) (out []url.Values) {
	for _, f := range forms.FindAllStringSubmatch(body, -1) {
		if f[1] == path {
			out = append(out, fields(f[0], func(input string) bool { return !isHidden.MatchString(input) }))
		}
	}
	return out
}

// Hidden are the hidden fields of all forms of a page that post to a path, and more fields
// as name, value.
func (v Visitor) Hidden(body, path string, more ...string) url.Values {
	v.T.Helper()
	all := HiddenIn(body, path)
	if all == nil {
		v.T.Fatalf("no form posts to %s in\n%s", path, body)
	}
	out := make(url.Values)
	for _, form := range all {
		for name, values := range form {
			out[name] = append(out[name], values...)
		}
	}
	return set(out, more)
}

// fields are the inputs of a form with their values, without those that are passed over.
func fields(form string, passed func(input string) bool) url.Values {
	out := make(url.Values)
	for _, in := range inputs.FindAllStringSubmatch(form, -1) {
		if passed(in[0]) {
			continue
		}
		value := ""
		if m := valueOf.FindStringSubmatch(in[0]); m != nil {
			value = html.UnescapeString(m[1])
		}
		out.Add(html.UnescapeString(in[1]), value)
	}
	return out
}

func set(form url.Values, more []string) url.Values {
	for i := 0; i < len(more); i += 2 {
		form.Set(more[i], more[i+1])
	}
	return form
}

// EachRoute asks all routes of a room in every role, and in one that is none: who has not
// the least that a route takes is refused, and nobody else. as is told in which role it asks
// next. There are at least so many routes, none twice, and the trail has a word for each
// that does something.
func (v Visitor) EachRoute(routes []room.Route, least int, as func(workspace.Role)) {
	v.T.Helper()
	if len(routes) < least {
		v.T.Fatalf("%d routes", len(routes))
	}
	seen := make(map[string]bool)
	for _, route := range routes {
		if seen[route.Pattern()] || !route.Least.Has(workspace.Viewer) || route.Method == http.MethodPost && route.Act == "" {
			v.T.Errorf("%s stands twice, is for nobody, or does something that the trail has no word for", route.Pattern())
		}
		seen[route.Pattern()] = true
		path := strings.NewReplacer("{$}", "", "{", "", "}", "").Replace(route.Path)
		for _, role := range []workspace.Role{"boss", workspace.Viewer, workspace.Approver, workspace.Lead} {
			as(role)
			r, err := http.NewRequest(route.Method, v.Server+path, nil)
			if err != nil {
				v.T.Fatal(err)
			}
			code, _ := v.Answer(http.DefaultClient.Do(r))
			if refused := code == http.StatusForbidden; refused == role.Has(route.Least) {
				v.T.Errorf("%s for %q answers %d", route.Pattern(), role, code)
			}
		}
	}
}
