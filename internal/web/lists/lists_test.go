package lists_test

import (
	"bytes"
	"context"
	"errors"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"pressroom/internal/bounce"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	presslists "pressroom/internal/lists"
	"pressroom/internal/visitor"
	"pressroom/internal/workspace"
)

func TestACellIsChangedAndEveryOtherByteStays(t *testing.T) {
	s := open(t)
	s.shows("/lists", "press", "3 journalists")
	list := s.shows("/lists/press", "ana@paper.example", "The Paper, Inc", `aria-sort="none"`)
	if strings.Count(list, ">Change<span") != 3 {
		t.Errorf("not every row can be changed:\n%s", list)
	}
	row := s.shows("/lists/press/rows/1", `value="Bo"`)
	code, body := s.press(row, "/lists/press/rows", "cell.outlet", "Radio \"One\", Two")
	s.says("the list", body, "Saved.", `Radio "One", Two`, "Undo")
	if want := strings.Replace(press, "Bo ,Radio,", `Bo ,"Radio ""One"", Two",`, 1); code != http.StatusOK || s.read("contacts/press.csv") != want {
		t.Errorf("%d\n%q\n%q", code, s.read("contacts/press.csv"), want)
	}
	if _, body := s.press(body, "/lists/undo"); !strings.Contains(body, "Undone: it is as it was.") || s.read("contacts/press.csv") != press {
		t.Errorf("%q\n%s", s.read("contacts/press.csv"), body)
	}
}

func TestRowsAreAddedAndTakenOut(t *testing.T) {
	s := open(t)
	_, body := s.press(s.shows("/lists/press/rows/new"), "/lists/press/rows", "cell.email", "dee@paper.example", "cell.beats", "water; health")
	s.says("the list", body, "Saved.", "dee@paper.example", "water; health")
	want := strings.Replace(press, "tags\r\n", "tags,beats\r\n", 1) + "\r\ndee@paper.example,,,,,,water; health\r\n"
	if got := s.read("contacts/press.csv"); got != want {
		t.Errorf("%q\n%q", got, want)
	}
	_, body = s.press(s.shows("/lists/press/rows/0"), "/lists/press/rows", "remove", "yes")
	s.says("the list", body, "Taken out.")
	if got, want := s.read("contacts/press.csv"), strings.Replace(want, "ana@paper.example,Ana,\"The Paper, Inc\",en,yes,main\r\n", "", 1); got != want {
		t.Errorf("%q\n%q", got, want)
	}
	if _, body := s.press(body, "/lists/undo"); !strings.Contains(body, "ana@paper.example") || s.read("contacts/press.csv") != want {
		t.Errorf("%q", s.read("contacts/press.csv"))
	}
}

func TestWhatIsWrongIsNotWritten(t *testing.T) {
	s := open(t)
	row := s.shows("/lists/press/rows/2")
	for _, c := range [][3]string{
		{"cell.email", "nonsense", "is not an e-mail address"},
		{"cell.email", "bo@radio.example", "stands in line 3 of the list already"},
		{"cell.embargo", "perhaps", "embargo"},
		{"cell.language", "klingonish-x", "language"},
	} {
		code, body := s.press(row, "/lists/press/rows", c[0], c[1])
		if code != http.StatusUnprocessableEntity || !strings.Contains(body, c[2]) || !strings.Contains(body, `value="`+c[1]+`"`) {
			t.Errorf("%v: %d\n%s", c, code, body)
		}
	}
	if s.read("contacts/press.csv") != press {
		t.Error("it was written")
	}
	if code, _ := s.get("/lists/press/rows/3"); code != http.StatusNotFound {
		t.Errorf("a row that is not there answers %d", code)
	}
	if code, _ := s.get("/lists/other"); code != http.StatusNotFound {
		t.Errorf("a list that is not there answers %d", code)
	}
}

// Two browsers, or a browser and an editor: whoever saves second sees both.
func TestWhoSavesSecondSeesBoth(t *testing.T) {
	s := open(t)
	mine := s.shows("/lists/press/rows/1")
	s.write("contacts/press.csv", "email,name,outlet\nnew@paper.example,New,\nbo@radio.example,Bo Ek,Radio Two\n")
	code, body := s.press(mine, "/lists/press/rows", "cell.outlet", "Radio Three")
	if code != http.StatusConflict || !strings.Contains(body, `value="Radio Three"`) || !strings.Contains(body, "<strong>Radio Two</strong>") {
		t.Fatalf("%d\n%s", code, body)
	}
	if code, _ := s.press(body, "/lists/press/rows"); code != http.StatusOK {
		t.Errorf("%d", code)
	}
	if got := s.read("contacts/press.csv"); !strings.Contains(got, "bo@radio.example,Bo,Radio Three") || !strings.Contains(got, "new@paper.example") {
		t.Errorf("%s", got)
	}
	s.write("contacts/press.csv", "email\nnew@paper.example\n")
	if code, body := s.press(mine, "/lists/press/rows"); code != http.StatusConflict || !strings.Contains(body, "not in the list any more") {
		t.Errorf("%d\n%s", code, body)
	}
	undo := url.Values{"undo": {"nothing"}}
	if code, body := s.answer(http.PostForm(s.srv.URL+"/lists/undo", undo)); code != http.StatusConflict || !strings.Contains(body, "can no longer be undone") {
		t.Errorf("%d\n%s", code, body)
	}
}

func TestAListIsFoundAndSorted(t *testing.T) {
	s := open(t)
	order := func(path string) (out []string) {
		body := s.shows(path)
		for _, name := range []string{"ana@paper", "bo@radio", "cy@blog"} {
			if i := strings.Index(body, name); i >= 0 {
				out = append(out, name)
			}
		}
		for i := range out {
			for j := i + 1; j < len(out); j++ {
				if strings.Index(body, out[j]) < strings.Index(body, out[i]) {
					out[i], out[j] = out[j], out[i]
				}
			}
		}
		return out
	}
	for path, want := range map[string]string{
		"?q=RADIO": "bo@radio", "?by=name&order=down": "cy@blog bo@radio ana@paper", "?by=outlet": "bo@radio ana@paper cy@blog",
		"?by=outlet&order=down": "ana@paper bo@radio cy@blog", "?by=nothing": "ana@paper bo@radio cy@blog", "?from=9000": "ana@paper bo@radio cy@blog",
	} {
		if got := strings.Join(order("/lists/press"+path), " "); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
	s.shows("/lists/press?q=zebra", "Nobody on this list is like that.")
}

// brought posts a file to be imported, and returns the page that shows what is understood.
func (s *stage) brought(name, data, list string) (int, string) {
	s.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	w.WriteField("list", list)
	f, err := w.CreateFormFile("file", name)
	if err != nil {
		s.t.Fatal(err)
	}
	f.Write([]byte(data))
	w.Close()
	return s.answer(http.Post(s.srv.URL+"/import", w.FormDataContentType(), &b))
}

func TestAListIsBroughtAfterItsColumnsWereLookedAt(t *testing.T) {
	s := open(t)
	const table = "E-Mail;Vorname;Nachname;Blatt\nada@daily.example;Ada;Berg;Daily\n;Ben;Ohne;\n"
	code, body := s.brought("Presse 2026.csv", table, "daily")
	s.says("what is understood", body, "contacts/daily.csv is new, with 1 journalist", "Blatt", "no e-mail address: left out", "Ada")
	if code != http.StatusOK {
		t.Fatal(code)
	}
	at := path(t, body)
	form := s.form(body, at)
	for i, head := range form["head"] {
		if head == "Blatt" {
			form["as"][i] = "outlet"
		}
	}
	code, body = s.answer(http.PostForm(s.srv.URL+at+"/look", form))
	s.says("what is understood", body, `<option value="outlet" selected>`)
	if code != http.StatusOK {
		t.Fatal(code)
	}
	_, body = s.press(body, at)
	s.says("the list", body, "The list is written.", "ada@daily.example")
	if got := s.read("contacts/daily.csv"); got != "email,name,outlet,source,added\nada@daily.example,Ada Berg,Daily,Presse 2026.csv,2026-07-20\n" {
		t.Errorf("%q", got)
	}
	if how := s.read("contacts/import/daily.toml"); !strings.Contains(how, `Blatt = "outlet"`) {
		t.Error(how)
	}
	if code, _ := s.press(body, "/lists/undo"); code != http.StatusOK {
		t.Errorf("undo: %d", code)
	}
	if code, _ := s.get("/lists/daily"); code != http.StatusNotFound {
		t.Errorf("a list that was undone answers %d", code)
	}
	if code, body := s.answer(http.PostForm(s.srv.URL+at, form)); code != http.StatusConflict || !strings.Contains(body, "not kept any more") {
		t.Errorf("%d\n%s", code, body)
	}
}

// path is where the form of what is understood posts to.
func path(t *testing.T, body string) string {
	t.Helper()
	for _, at := range visitor.Posts(body) {
		if strings.HasPrefix(at, "/import/") {
			return at
		}
	}
	t.Fatalf("no import in\n%s", body)
	return ""
}

func TestAnImportThatDoesSomethingElseThanWasSeenIsNotWritten(t *testing.T) {
	s := open(t)
	_, body := s.brought("press.csv", "email,outlet,source,added\nana@paper.example,The Times\ndee@paper.example,,press.csv,2026-07-20\n", "press")
	s.says("what is understood", body, "1 new, 1 changed in 1 cell", "On the list and not in the file")
	at := path(t, body)
	s.write("contacts/press.csv", "email,outlet\nana@paper.example,Other\n")
	code, again := s.press(body, at)
	if code != http.StatusConflict || !strings.Contains(again, "Nothing was written: it would do something else") {
		t.Fatalf("%d\n%s", code, again)
	}
	if code, _ := s.press(again, at); code != http.StatusOK || s.read("contacts/press.csv") != "email,outlet,source,added\nana@paper.example,The Times\ndee@paper.example,,press.csv,2026-07-20\n" {
		t.Errorf("%d %q", code, s.read("contacts/press.csv"))
	}
}

// Undone, and brought once more: nobody counts as taken off by hand.
func TestAnImportThatWasUndoneCanBeDoneAgain(t *testing.T) {
	s := open(t)
	const table = "email,outlet\ndee@paper.example,Paper\n"
	for range 2 {
		_, body := s.brought("press.csv", table, "press")
		s.says("what is understood", body, "1 new, 0 changed")
		if _, body = s.press(body, path(t, body)); !strings.Contains(body, "dee@paper.example") {
			t.Error(body)
		}
		if s.press(body, "/lists/undo"); s.read("contacts/press.csv") != press {
			t.Errorf("%q", s.read("contacts/press.csv"))
		}
	}
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	s := open(t)
	for data, want := range map[string]string{"": "Choose a file, or paste", "just words": "no column holds e-mail addresses", "PK\x03\x04 broken": ""} {
		code, body := s.brought("x.csv", data, "")
		if code != http.StatusUnprocessableEntity || !strings.Contains(body, want) {
			t.Errorf("%q: %d\n%s", data, code, body)
		}
	}
	code, body := s.answer(http.PostForm(s.srv.URL+"/import", url.Values{"pasted": {"Eva Ek <eva@sea.example>, bo@radio.example"}, "list": {"sea"}}))
	if s.says("what was pasted", body, "contacts/sea.csv is new, with 2 journalists"); code != http.StatusOK {
		t.Error(code)
	}
}

func TestAListIsTaken(t *testing.T) {
	s := open(t)
	if got := s.shows("/lists/main/export"); !strings.HasPrefix(got, "email,name,outlet") || strings.Contains(got, "cy@blog") {
		t.Error(got)
	}
	if got := s.shows("/lists/press/export?form=xlsx"); !strings.HasPrefix(got, "PK") {
		t.Errorf("%.20q", got)
	}
	if code, _ := s.get("/lists/other/export"); code != http.StatusNotFound {
		t.Error(code)
	}
}

func TestASegmentIsWrittenAndTried(t *testing.T) {
	s := open(t)
	s.shows("/segments", "main", `"main" in tags`, "2 journalists")
	s.shows("/segments/main?where="+url.QueryEscape(`language == "es"`), "1 journalist", "Cy")
	if got := s.shows("/segments/new/try?where=" + url.QueryEscape(`"main" in tag`)); !strings.Contains(got, "did you mean tags?") || strings.Contains(got, "<html") {
		t.Error(got)
	}
	s.shows("/segments/new/try?where="+url.QueryEscape(`outlet == "zebra"`), "Nobody is like that.")
	page := s.shows("/segments/main")
	code, body := s.press(page, "/segments", "where", `"main" in tags and language == "en"`)
	if want := strings.Replace(segments, `'"main" in tags'`, `'"main" in tags and language == "en"'`, 1); code != http.StatusOK || s.read("contacts/segments.toml") != want {
		t.Errorf("%d\n%s", code, s.read("contacts/segments.toml"))
	}
	s.press(body, "/lists/undo")
	if s.read("contacts/segments.toml") != segments {
		t.Error(s.read("contacts/segments.toml"))
	}
	for name, rule := range map[string]string{"Bad Name": "true", "local": "outlet =", "press": "true"} {
		if code, body := s.press(s.shows("/segments/new"), "/segments", "name", name, "where", rule); code != http.StatusUnprocessableEntity {
			t.Errorf("%s %s: %d\n%s", name, rule, code, body)
		}
	}
	s.press(s.shows("/segments/new"), "/segments", "name", "spanish", "where", `language == 'es'`)
	s.shows("/segments", "spanish", "1 journalist")
	s.press(s.shows("/segments/early"), "/segments", "remove", "yes")
	if got := s.read("contacts/segments.toml"); strings.Contains(got, "segment.early") || !strings.HasPrefix(got, "# whom we know\n[segment.main]\nwhere = '\"main\" in tags'  # nearly all\n") {
		t.Error(got)
	}
	code, body = s.press(page, "/segments", "where", "true")
	if code != http.StatusConflict || !strings.Contains(body, "The file has by now:") || !strings.Contains(body, ">true</textarea>") {
		t.Errorf("%d\n%s", code, body)
	}
}

func TestTheFirstSegmentMakesTheFile(t *testing.T) {
	s := open(t, "contacts/segments.toml", "")
	if err := s.app.Workspace.EditFile(context.Background(), "contacts/segments.toml", func([]byte) ([]byte, error) { return nil, nil }); err != nil {
		t.Fatal(err)
	}
	_, body := s.press(s.shows("/segments/new"), "/segments", "name", "all-of-them", "where", "true")
	s.says("the segments", body, "all-of-them", "3 journalists")
	s.press(body, "/lists/undo")
	s.shows("/segments", "A segment picks journalists from all lists by a rule")
}

// mailed has a journalist on a mailing that waits.
func (s *stage) mailed(key string) {
	s.t.Helper()
	ctx := context.Background()
	id, err := s.app.Ledger.Create(ctx, ledger.Draft{
		Slug: "levee", Headline: "It holds", Kind: embargo.Release, ReleaseAt: now.Add(time.Hour), Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err == nil {
		err = s.app.Ledger.Add(ctx, id, []ledger.Recipient{{Key: key, Address: key, Language: "en"}})
	}
	if err == nil {
		err = s.app.Ledger.Schedule(ctx, ledger.Scheduling{Slug: "levee", Revision: "r", IDs: []string{id}})
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// waits is for whom the mailing waits.
func (s *stage) waits() string {
	s.t.Helper()
	all, err := s.app.Ledger.Entries(context.Background(), "levee/release-1", "")
	if err != nil || len(all) != 1 {
		s.t.Fatal(len(all), err)
	}
	return all[0].Address
}

// left has an answer that says who works there now.
func (s *stage) left(from, instead string) {
	s.t.Helper()
	raw := "From: <" + from + ">\r\nTo: p@x.example\r\nSubject: Automatic reply: It holds\r\nAuto-Submitted: auto-replied\r\n\r\n" +
		"I no longer work at the paper. Please write to " + instead + " from now on.\r\n"
	taken, err := s.app.People.Take(context.Background(), []byte(raw))
	if err != nil || taken.Report.Kind != bounce.Left || !taken.Review {
		s.t.Fatalf("%+v %v", taken, err)
	}
}

func TestAReplyReplacesAnAddressAndIsUndone(t *testing.T) {
	s := open(t)
	s.shows("/replies", "Nothing waits for you.")
	s.mailed("ana@paper.example")
	s.left("ana@paper.example", "eva@paper.example")
	s.shows("/lists", "1 reply waits for you")
	body := s.shows("/replies", "no longer works there", "From now on mail eva@paper.example")
	_, body = s.press(body, "/replies/1/replace")
	s.says("the replies", body, "The new address is mailed from now on.", "Undo")
	if s.waits() != "eva@paper.example" {
		t.Error(s.waits())
	}
	s.shows("/lists/press", "mailed instead:", "not mailed")
	_, body = s.press(body, "/replies/1/back")
	s.says("the replies", body, "Undone: the address itself is mailed again.", "From now on mail eva@paper.example")
	if s.waits() != "ana@paper.example" {
		t.Error(s.waits())
	}
	if got := s.shows("/lists/press"); strings.Contains(got, "mailed instead:") || strings.Contains(got, "not mailed") {
		t.Error(got)
	}
	// and again, as if it had never been
	s.press(s.shows("/replies"), "/replies/1/replace")
	if s.waits() != "eva@paper.example" {
		t.Error(s.waits())
	}
}

// Where the new address is somebody's own, what is theirs stays theirs.
func TestAnUndoTakesNobodyElsesMail(t *testing.T) {
	s := open(t)
	s.mailed("bo@radio.example")
	s.left("ana@paper.example", "bo@radio.example")
	_, body := s.press(s.shows("/replies"), "/replies/1/replace")
	if _, body = s.press(body, "/replies/1/back"); s.waits() != "bo@radio.example" {
		t.Errorf("%s\n%s", s.waits(), body)
	}
	s.mailedBarred("ana@paper.example", false)
}

func (s *stage) mailedBarred(key string, want bool) {
	s.t.Helper()
	barred, err := s.app.Ledger.Suppressed(context.Background(), key)
	if err != nil || (barred != nil) != want {
		s.t.Errorf("%s: %+v %v", key, barred, err)
	}
}

func TestRepliesAreLeftAndStopped(t *testing.T) {
	s := open(t)
	s.left("ana@paper.example", "eva@paper.example")
	_, body := s.press(s.shows("/replies"), "/replies/1/dismiss")
	s.says("the replies", body, "Left as it is.", "Nothing waits for you.")
	if code, _ := s.answer(http.PostForm(s.srv.URL+"/replies/1/dismiss", nil)); code != http.StatusConflict {
		t.Errorf("dismissed twice: %d", code)
	}
	_, body = s.press(body, "/replies/1/reopen")
	s.says("the replies", body, "It waits for you again.", "ana@paper.example")
	if _, body = s.press(body, "/replies/1/stop"); !strings.Contains(body, "Not mailed from now on.") {
		t.Error(body)
	}
	s.mailedBarred("ana@paper.example", true)
	s.shows("/replies?all=yes", "ana@paper.example")
	for path, want := range map[string]int{"/replies/9/replace": 404, "/replies/9/agree": 404, "/replies/x/stop": 404, "/replies/1/other": 404, "/replies/1/agree": 409} {
		if code, body := s.answer(http.PostForm(s.srv.URL+path, nil)); code != want {
			t.Errorf("%s: %d\n%s", path, code, body)
		}
	}
}

func TestAPersonsPage(t *testing.T) {
	s := open(t)
	s.shows("/person", "All that is known of somebody")
	s.shows("/person?address=nobody@sea.example", "Nothing is known of this address.")
	s.mailed("ana@paper.example")
	page := s.shows("/person?address=ANA@paper.example", "Ana", "contacts/press.csv:2:1", "levee/release-1", "The Paper, Inc")
	if code, body := s.press(page, "/person", "why", "", "act", "stop"); code != http.StatusConflict || !strings.Contains(body, "Say why") {
		t.Errorf("%d\n%s", code, body)
	}
	_, body := s.press(page, "/person", "why", "asked on the phone", "act", "stop")
	s.says("the page", body, "Not mailed since", "asked on the phone (lea@harbor.example)", "by hand")
	_, body = s.press(body, "/person", "act", "allow")
	s.says("the page", body, "Mailed again from now on.")
	_, body = s.press(body, "/person", "why", "wrote to us", "act", "stop", "theirs", "yes")
	s.says("the page", body, "they asked for it", "They ask to come back: invite them")
	if strings.Contains(body, "Allow mail again") {
		t.Error("somebody else brings them back")
	}
	if _, body = s.press(body, "/person", "act", "invite"); !strings.Contains(body, "A mail with one button is on its way") {
		t.Error(body)
	}
	if code, body := s.press(body, "/person", "act", "invite"); code != http.StatusConflict || !strings.Contains(body, "was invited on") {
		t.Errorf("%d\n%s", code, body)
	}
	if got := s.shows("/person/disclosure?address=ana@paper.example"); !strings.Contains(got, `"press_lists"`) || !strings.Contains(got, "levee/release-1") {
		t.Error(got)
	}
	if code, _ := s.get("/person?address=nonsense"); code != http.StatusConflict {
		t.Error(code)
	}
}

func TestSomebodyIsErasedAfterItIsSaidWhatGoes(t *testing.T) {
	s := open(t)
	s.mailed("ana@paper.example")
	ask := s.shows("/person/erase?address=ana@paper.example", "1 mailing in which they stand", "contacts/press.csv:2", "Take them out of these files too")
	row := s.shows("/lists/press/rows/0")
	s.press(row, "/lists/press/rows", "cell.outlet", "Paper")
	_, body := s.press(ask, "/person/erase", "files", "yes")
	s.says("the page", body, "They are erased")
	if got := s.read("contacts/press.csv"); strings.Contains(got, "ana@") || !strings.Contains(got, "bo@radio.example") {
		t.Error(got)
	}
	s.shows("/suppressions", "somebody who was erased")
	if _, body := s.get("/person?address=ana@paper.example"); strings.Contains(body, "levee/release-1") {
		t.Error(body)
	}
}

func TestWhoIsNotMailed(t *testing.T) {
	s := open(t)
	page := s.shows("/suppressions", "Everybody on your lists is mailed.")
	if code, body := s.press(page, "/suppressions", "address", "nonsense", "why", "x"); code != http.StatusUnprocessableEntity || !strings.Contains(body, "is not an e-mail address") {
		t.Errorf("%d\n%s", code, body)
	}
	_, body := s.press(page, "/suppressions", "address", "bo@radio.example", "why", "on leave")
	s.says("the page", body, "Not mailed from now on.", "bo@radio.example", "on leave (lea@harbor.example)")
	s.shows("/suppressions?q=zebra", "Nobody among them is like that.")
}

func TestAViewerSeesNoAddress(t *testing.T) {
	s := open(t, "contacts/odd.csv", "email,embargo\nwrong@,yes\n")
	s.app.Ledger.Suppress(context.Background(), "bo@radio.example", ledger.ByHand, "x")
	s.role = workspace.Viewer
	for path, want := range map[string]int{"/lists": 200, "/segments": 200, "/lists/press": 403, "/person?address=ana@paper.example": 403, "/suppressions": 403, "/replies": 403} {
		code, body := s.get(path)
		if code != want || strings.Contains(body, "@") {
			t.Errorf("%s: %d\n%s", path, code, body)
		}
	}
	s.role = workspace.Approver
	body := s.shows("/lists/press", "ana@paper.example")
	if strings.Contains(body, "<button class=\"second\">Undo") || strings.Contains(body, "Add somebody") {
		t.Error(body)
	}
	if code, _ := s.answer(http.PostForm(s.srv.URL+"/lists/press/rows", url.Values{"row": {"0"}, "remove": {"yes"}})); code != http.StatusForbidden {
		t.Error(code)
	}
}

func TestAnUndoLeadsNowhereElse(t *testing.T) {
	s := open(t)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, to := range []string{"//evil.example", "/lists/../x//y", "https://evil.example", "/lists?x=1"} {
		_, body := s.press(s.shows("/lists/press/rows/1"), "/lists/press/rows", "cell.outlet", "Radio Two")
		form := s.form(body, "/lists/undo", "to", to)
		r, err := client.PostForm(s.srv.URL+"/lists/undo", form)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if got := r.Header.Get("Location"); got != "/lists?done=undone" {
			t.Errorf("%s: %s", to, got)
		}
	}
}

// TestAFormSaysOfColumnsWhatWasUnderstood: whoever changes nothing in it gets what was
// shown, and who has left is left out.
func TestAFormSaysOfColumnsWhatWasUnderstood(t *testing.T) {
	s := open(t)
	code, body := s.brought("People.csv",
		"First name,Middle Name,Last name,Email,Unsubscribed,Subscribed,Status\nAda,Ines,Berg,ada@daily.example,,yes,active\n"+
			"Bo,,Lind,bo@daily.example,yes,,\nCy,,Ek,cy@daily.example,,no,\n", "leaving")
	if code != http.StatusOK {
		t.Fatal(code)
	}
	if code, body = s.press(body, path(t, body)); code != http.StatusOK {
		t.Fatalf("%d\n%s", code, body)
	}
	want := "email,name,source,added,status\nada@daily.example,Ada Ines Berg,People.csv,2026-07-20,active\n"
	if got := s.read("contacts/leaving.csv"); got != want {
		t.Errorf("%q", got)
	}
}

// TestAFileOfWhoWantsNoMail: nothing is written of a list that is not there, and nothing can
// be taken back of it.
func TestAFileOfWhoWantsNoMail(t *testing.T) {
	s := open(t)
	_, body := s.brought("gone.csv", "Email,Unsubscribed\nada@daily.example,yes\n", "gone")
	s.says("what it does", body, "nobody in gone.csv is to be mailed", "They want no mail, as the file says", "ada@daily.example")
	code, body := s.press(body, path(t, body))
	s.says("what was done", body, "Not mailed from now on.")
	if code != http.StatusOK || strings.Contains(body, `action="/lists/undo"`) {
		t.Errorf("%d\n%s", code, body)
	}
	if left, err := s.app.Ledger.Suppressed(t.Context(), "ada@daily.example"); err != nil || left == nil {
		t.Errorf("%+v, %v", left, err)
	}
}

func TestAFileOfWhoWantsNoMailLeavesAListAsItIs(t *testing.T) {
	s := open(t)
	_, body := s.brought("gone.csv", "Email,Unsubscribed\nbo@radio.example,yes\n", "press")
	code, body := s.press(body, path(t, body))
	s.says("what was done", body, "Not mailed from now on.")
	if code != http.StatusOK || s.read("contacts/press.csv") != press {
		t.Errorf("%d, %q", code, s.read("contacts/press.csv"))
	}
	_, body = s.brought("press.csv", press, "press")
	s.says("the next file", body, "0 new, 0 changed in 0 cells, 3 as they were")
}

// TestNobodyIsKeptFromMailByAnImportThatIsNotWritten: the list was changed while it was asked.
func TestNobodyIsKeptFromMailByAnImportThatIsNotWritten(t *testing.T) {
	s := open(t)
	i, err := s.app.Desk.Read(presslists.Request{File: "two.csv", List: "press", Data: []byte("Email,Unsubscribed\nana@paper.example,\nbo@radio.example,yes\n")})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.app.Workspace.Write("contacts/press.csv", []byte("email\nana@paper.example\n")); err != nil {
		t.Fatal(err)
	}
	if err := i.Bar(t.Context(), s.app.Ledger); !errors.Is(err, presslists.ErrChanged) {
		t.Error(err)
	}
	if left, err := s.app.Ledger.Suppressed(t.Context(), "bo@radio.example"); err != nil || left != nil {
		t.Errorf("%+v, %v", left, err)
	}
}
