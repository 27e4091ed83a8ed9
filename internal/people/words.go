package people

import (
	"fmt"

	"pressroom/internal/bounce"
)

// String says what followed from a message.
func (t *Taken) String() string {
	s := string(t.Report.Kind)
	if t.Key != "" {
		s += "  " + t.Key
	}
	if t.Dispatch != "" {
		s += "  " + t.Dispatch
	}
	switch {
	case t.Known:
		s += "  read before"
	case t.Suppressed != "":
		s += "  not mailed any more: " + t.Suppressed
	case t.Review:
		s += "  waits for you: pressroom replies list"
	}
	if t.Known {
		return s
	}
	if t.Behind != "" {
		s += "\n   " + about(t.Key, t.Behind, t.Review)
	}
	if t.WayBack != "" {
		s += "\n   a mail that tells them is on its way to " + t.WayBack
	}
	if t.Report.Detail != "" && (t.Report.Kind != bounce.Human || t.Review) {
		s += "\n   “" + t.Report.Detail + "”"
	}
	return s
}

// About says whom the reply is about, if not the address itself.
func (r *Reply) About() string { return about(r.Key, r.Behind, r.Open) }

// Lines say what came back, and where it waits for the lead which commands settle it.
func (r *Reply) Lines() []string {
	var out []string
	if r.Behind != "" {
		out = append(out, r.About())
	}
	if r.Detail != "" {
		out = append(out, "“"+r.Detail+"”")
	}
	if !r.Open {
		return out
	}
	if r.Kind == bounce.Answer {
		return append(out, fmt.Sprintf("pressroom replies agree %d     writes down that they agree to the embargo, and mails the copy", r.ID),
			fmt.Sprintf("pressroom replies dismiss %d     leaves it as it is", r.ID))
	}
	if r.Replacement != "" {
		out = append(out, fmt.Sprintf("pressroom replies replace %d     mails %s instead", r.ID, r.Replacement))
	} else {
		out = append(out, fmt.Sprintf("pressroom suppressions add %s     mails them no more", r.Key))
	}
	return append(out, fmt.Sprintf("pressroom replies dismiss %d     leaves it as it is", r.ID))
}

// about says whom a notification was about, if not the address itself.
func about(key, behind string, gone bool) string {
	if gone {
		return fmt.Sprintf("somebody behind %s is gone, %s; the address itself stays", key, behind)
	}
	return fmt.Sprintf("about somebody behind %s, %s; the address itself stays", key, behind)
}

// Row is a reply as commands write it in JSON.
type Row struct {
	ID          int64       `json:"id"`
	At          string      `json:"at"`
	Kind        bounce.Kind `json:"kind"`
	Address     string      `json:"address"`
	Dispatch    string      `json:"dispatch"`
	Code        string      `json:"code"`
	Detail      string      `json:"detail"`
	Replacement string      `json:"replacement"`
	Behind      string      `json:"behind"`
	Open        bool        `json:"open"`
}

// Row is the reply in JSON.
func (r *Reply) Row() Row {
	at := r.At.UTC().Format("2006-01-02T15:04:05.000Z")
	return Row{r.ID, at, r.Kind, r.Key, r.Dispatch, r.Code, r.Detail, r.Replacement, r.Behind, r.Open}
}
