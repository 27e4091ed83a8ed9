package sending

import "encoding/json"

// phrases are what the editor in the browser says, its library's own words among them; $
// stands for a number.
var phrases = []label{
	{Text: "Completions"},
	{Text: "Diagnostics"},
	{Text: "No diagnostics"},
	{Text: "Selection deleted"},
	{Text: "close"},
	{Text: "Plain text area"},
	{Text: "Write with help"},
	{Text: "Nothing is wrong with it."},
	{Text: "What is wrong could not be asked for just now; saving says it."},
	{Text: "F8 goes to the next."},
	{Text: "$ error"},
	{Text: "$ errors"},
	{Text: "$ warning"},
	{Text: "$ warnings"},
}

// phrases are those in the language of the pages, for the page's script.
func (h *Pages) phrases() string {
	said := make(map[string]string)
	for _, p := range phrases {
		said[p.Text] = h.words().Say(p.Text)
	}
	data, err := json.Marshal(said)
	if err != nil {
		return "{}" // it is made of text alone
	}
	return string(data)
}
