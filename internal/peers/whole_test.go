package peers

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"pressroom/internal/language"
)

// The whole job without a terminal, from an empty folder to the report: once with a mouse,
// and once by the keys alone on a phone.
func TestTheWholeJobInABrowser(t *testing.T) {
	for _, keys := range []bool{false, true} {
		t.Run(map[bool]string{false: "with a mouse", true: "by the keys"}[keys], func(t *testing.T) {
			b := &coalitionBench{t: t, shots: os.Getenv("PRESSROOM_SHOTS"), dir: t.TempDir()}
			var public string
			b.desk, public = serving(t, b.dir)
			b.ctx, _ = browser(t)
			j := &job{hands: newHands(b, keys), public: public, at: time.Now().UTC().Add(30 * time.Hour).Truncate(time.Hour)}
			j.begins()
			j.knowsJournalists()
			j.writes()
			j.asksForQuotes()
			j.translates()
			j.plans()
			j.hasAReader()
			j.moves()
			j.lifts()
			j.corrects()
			j.reports()
		})
	}
}

// job is what is done of a release.
type job struct {
	*hands
	public string
	at     time.Time // its instant
}

var fivePartners = []string{"Bay Union", "Coast Watch", "Harbor Nurses", "River Alliance", "Tidal Anglers"}

// partnersOwn is the address of somebody at a partner.
func partnersOwn(i int) string { return fmt.Sprintf("person@p%d.example", i) }

// begins answers five questions, and names the partners.
func (j *job) begins() {
	j.t.Helper()
	j.goes(j.desk, "The desk is open")
	j.goes(j.desks("/"), "Begin your press office")
	j.looks("01-first")
	j.write("1. What is your", "Open Coast", "2. In which time zone", "UTC", "4. Who sends", "Press office <press@coast.example>")
	j.tick("Empty")
	j.press("Begin", "Nothing has been scheduled yet")
	j.looks("02-today-empty")
	j.press("Settings", "The whole file")
	j.write("The address under which", j.public)
	j.press("Save", "Saved.")
	for i, name := range fivePartners {
		j.press("Add a partner", "")
		j.write("The partner’s name", name, "Whom quotes are asked from", fmt.Sprintf("Ada %d <%s>", i, partnersOwn(i)))
		if i == 0 {
			j.looks("03-partner")
		}
		j.press("Add the partner", name+" "+strings.ToLower(strings.ReplaceAll(name, " ", "-")))
	}
	j.press("Begin anew now", "It has begun anew")
	j.looks("04-settings")
}

// knowsJournalists brings a list from Excel, and picks some of it by a rule.
func (j *job) knowsJournalists() {
	j.t.Helper()
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"E-Mail", "Vorname", "Nachname", "Medium", "Sprache", "Embargo"},
		{"ann@paper.example", "Ann", "Lee", "The Paper", "en", ""},
		{"luis@diario.example", "Luis", "Paz", "El Diario", "es", ""},
		{"cy@wire.example", "Cy", "Dow", "Wire", "en", "yes"},
		{"dee@wire.example", "Dee", "Fox", "Wire", "en", ""},
	} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			j.t.Fatal(err)
		}
	}
	name := filepath.Join(j.t.TempDir(), "press.xlsx")
	if err := f.SaveAs(name); err != nil {
		j.t.Fatal(err)
	}
	j.press("Lists", "There is no press list yet")
	j.looks("05-lists-empty")
	j.press("Bring a list", "or pasted here")
	j.file("File", name)
	j.write("Press list", "press")
	j.press("Look what is in it", "is new, with 4 journalists")
	j.looks("06-mapping")
	j.press("Write the list", "The list is written.")
	j.looks("07-list")
	j.press("Segments", "A segment picks journalists")
	j.press("New segment", "Look whom it picks")
	j.write("Name", "wire", "Rule", `outlet == "Wire"`)
	j.says("Dee Fox") // while it is typed
	j.press("Save", "Saved.")
	j.looks("08-segments")
}

// source is the release as it is written; quotes are what was signed meanwhile.
func (j *job) source(words, quotes string) string {
	return "+++\nheadline = \"Five groups ask for water tests\"\nembargo = " + j.at.Format(time.RFC3339) + "\ntimezone = \"UTC\"\ndateline = \"MARLOW\"\n" +
		"to = [\"press\"]\nadvance = [\"wire\"]\n\n[[contact]]\nname = \"Lena Ott\"\nphone = \"+44 20 7946 0142\"\n" + quotes + "+++\n" + words + "\n\n{{quotes}}\n"
}

const firstWords = "The groups ask the port for tests of all the water in the harbor, and for the results in public."

// inPlainText is the field for whoever chooses a plain text area.
func (j *job) inPlainText(text string) {
	j.t.Helper()
	j.seek("button", "Save")
	// A page that is still being laid out may lose a press: it is made again while the button stands there.
	offered := func() bool {
		return j.evaluate(`[...document.querySelectorAll("button")].find(b => b.innerText === "Plain text area") ? "yes" : ""`) != ""
	}
	for try := 0; try < 3 && offered(); try++ {
		j.press("Plain text area", "")
		for wait := 0; wait < 50 && offered(); wait++ {
			time.Sleep(100 * time.Millisecond)
		}
	}
	j.write("The file:", text)
	j.press("Save", "Saved.")
}

// writes begins a release, and writes it.
func (j *job) writes() {
	j.t.Helper()
	j.press("New release", "When does it go out?")
	j.write("Headline", "Five groups ask for water tests", "Its name in the address", "water")
	j.tick("Under embargo until an instant")
	j.moment("Day and time", j.at)
	j.looks("09-new")
	j.press("Begin", "Plain text area")
	j.looks("10-editor")
	j.inPlainText(j.source(firstWords, ""))
	j.looks("11-plain")
	j.press("water", "Plan and send")
	j.looks("12-draft")
}

func says(p language.PortalPhrase) string { return phrase("en", p) }

// asksForQuotes asks five partners, who sign on pages of their own; one of them only once
// the office has proposed other words.
func (j *job) asksForQuotes() {
	j.t.Helper()
	j.press("Ask for quotes", "Whom to ask")
	for _, name := range fivePartners {
		j.tick(name)
	}
	j.looks("13-ask")
	j.press("Ask them", "Asked. Each person gets a mail")
	for i := range fivePartners {
		j.goes(j.link(partnersOwn(i), says("mail_ask_link")), "Open the page")
		j.press("Open the page", says("your_quote"))
		j.write(says("field_speaker"), fmt.Sprintf("Ada %d", i), says("field_title"), "chair", says("field_text"), fmt.Sprintf("We have asked %d times. Nobody answered.", i+2))
		if i == 0 {
			j.press(says("submit_button"), "Handed in")
			continue
		}
		j.press(says("save_button"), says("sign_button"))
		if i == 1 {
			j.looks("14-partner")
		}
		j.press(says("sign_button"), says("done_signed"))
	}
	j.goes(j.desks("/quotes/water"), "Bay Union submitted, not signed")
	j.looks("15-quotes")
	j.press("Edit: goes back for sign-off", "")
	j.write("Words", "We have asked twice, and nobody answered.", "Why, for the partner", "shorter")
	j.press("Propose these words", "Proposed.")
	j.goes(j.link(partnersOwn(0), says("mail_proposed_link")), says("sign_button"))
	j.looks("16-proposed")
	j.press(says("sign_button"), says("done_signed"))
	j.goes(j.desks("/quotes/water"), "Bay Union signed")
	for range fivePartners[1:] { // judged one after the other, from the top; what was proposed is accepted as it is
		j.press("Accept", "Accepted.")
		j.goes(j.desks("/quotes/water"), "Bay Union signed")
	}
	j.looks("17-judged")
}

// translates writes the release in Spanish.
func (j *job) translates() {
	j.t.Helper()
	j.goes(j.desks("/releases/water"), "Write it in another language too")
	j.press("Write it in another language too", "Begin it")
	j.write("Language, as in es", "es")
	j.press("Begin it", "Begun.")
	j.looks("18-spanish-begun")
	var quotes strings.Builder
	for i, name := range fivePartners {
		text := fmt.Sprintf("Lo hemos pedido %d veces. Nadie respondió.", i+2)
		fmt.Fprintf(&quotes, "\n[[quote]]\nid = %q\ntitle = \"presidenta\"\ntext = %q\n", strings.ToLower(strings.ReplaceAll(name, " ", "-")), text)
	}
	j.inPlainText("+++\nheadline = \"Cinco grupos piden análisis del agua\"\ndateline = \"MARLOW\"\n" + quotes.String() +
		"+++\nLos grupos piden al puerto análisis de toda el agua del puerto, y los resultados en público.\n\n{{quotes}}\n")
}

// plans looks at the plan, has a test mailed, and schedules.
func (j *job) plans() {
	j.t.Helper()
	j.press("water", "Plan and send")
	j.looks("19-release")
	j.press("Plan and send", "Schedule it, for")
	j.looks("20-plan")
	j.press("Send a test to yourself", "")
	j.write("Address", "me@coast.example")
	j.press("Send the test", "The test is on its way.")
	until(j.t, "the test", func() bool { return len(j.letters("me@coast.example")) > 0 })
	j.press("Sandbox", "me@coast.example")
	j.looks("21-sandbox")
	j.goes(j.desks("/releases/water/plan"), "Schedule it, for")
	j.press("Schedule it, for", "Send now")
	j.looks("22-undo")
	j.press("Send now", "It leaves now.")
	j.goes(j.desks("/"), "Goes out next")
	j.looks("23-today")
}

// hasAReader is a journalist who agrees to the embargo, and gets the copy.
func (j *job) hasAReader() {
	j.t.Helper()
	j.goes(mailedLink(j.t, j.dir, "dee@wire.example", 1), "I agree")
	j.looks("24-asked")
	j.press("I agree, for this release", "")
	copied := mailedLink(j.t, j.dir, "dee@wire.example", 2)
	j.goes(copied, "Open")
	j.press("Open", "Five groups ask for water tests")
	j.looks("25-copy")
	j.goes(j.desks("/releases/water/agreements"), "dee@wire.example")
	j.looks("26-agreements")
}

// moves moves the embargo by a day.
func (j *job) moves() {
	j.t.Helper()
	j.press("water", "Move the embargo")
	j.press("Move the embargo", "Look what that does")
	j.at = j.at.AddDate(0, 0, 1)
	j.moment("Goes out, by the clock", j.at)
	j.press("Look what that does", "Move it")
	j.looks("27-move")
	j.press("Move it", "The embargo was moved.")
}

// lifts lets everything go, and watches it.
func (j *job) lifts() {
	j.t.Helper()
	j.press("Lift it now", "Let everything go now")
	j.write("Why, for the record", "printed by a newspaper at 14:02")
	j.looks("28-lift")
	j.press("Let everything go now", "It goes out now.")
	until(j.t, "the release to be everywhere", func() bool {
		return statusOf(j.t, j.dir, "water/release-1").State == "done"
	})
	j.goes(j.desks("/dispatches/water/release-1"), "The exact copies")
	j.looks("29-mailing")
	j.press("The exact copies", "ann@paper.example")
	j.looks("30-copies")
	j.press("ann@paper.example", "Download the message")
	j.looks("31-exact-copy")
	j.goes(j.public+"/water", "FOR IMMEDIATE RELEASE")
	j.looks("32-public")
}

// corrects changes a word, and tells whoever has it.
func (j *job) corrects() {
	j.t.Helper()
	j.goes(j.desks("/releases/water/edit"), "Save")
	file := strings.ReplaceAll(j.evaluate(`document.querySelector("textarea[name=text]").value`), "all the water in the harbor", "the drinking water")
	j.inPlainText(file)
	j.press("water", "Put it right")
	j.press("Put it right", "What changed since it went out")
	j.tick("Something was wrong")
	j.press("Look what that does", "What that does")
	j.write("What was wrong and what is right, in one sentence in en", "The groups ask for tests of the drinking water, not of all of it.")
	if j.evaluate(`document.querySelector("textarea[name=sentence-es]") ? "yes" : ""`) != "" {
		j.write("What was wrong and what is right, in one sentence in es", "Los grupos piden análisis del agua potable, no de toda.")
	}
	j.looks("33-correct")
	j.press("Put it right and mail", "Put right.")
}

// reports writes down where it was printed, and takes the report.
func (j *job) reports() {
	j.t.Helper()
	until(j.t, "the correction to be everywhere", func() bool {
		return statusOf(j.t, j.dir, "water/correction-1").State == "done"
	})
	j.press("Coverage", "Nothing is written down yet")
	j.write("Address of the piece", "https://daily.example/water")
	j.tick("Bay Union")
	j.press("Write it down", "Written down.")
	j.looks("34-coverage")
	j.press("Report", "The groups ask for tests of the drinking water, not of all of it.")
	j.looks("35-report")
	j.goes(j.desks("/"), "Went out")
	j.looks("36-today-after")
	j.press("Releases", "Five groups ask for water tests")
	j.looks("37-releases")
}
