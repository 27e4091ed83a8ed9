package setup

import (
	"net/http"
	"strings"

	"pressroom/internal/release"
	"pressroom/internal/web/page"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// partnerView is an organization of the coalition with what the settings say of it.
type partnerView struct {
	release.Org
	Fields []partnerField
	Open   bool // something of it was not written
}

// partnerField is a key of an organization, for a form.
type partnerField struct {
	Key, Text, Value string
	Lines            int // of a text of several; 0 for one line
	YesNo            bool
}

// partnerTexts are what the form calls the keys of an organization, in its order.
var partnerTexts = []partnerField{
	{Key: "name", Text: "The partner’s name, as it is printed"},
	{Key: "contact", Text: "Whom quotes are asked from, one on each line", Lines: 2},
	{Key: "language", Text: "In which language they are written to (left empty: yours)"},
	{Key: "timezone", Text: "Their time zone (left empty: yours)"},
	{Key: "region", Text: "Their region: its journalists have their quote first"},
	{Key: "url", Text: "Web address"},
	{Key: "logo", Text: "Their logo: a file in the folder, as in releases/media/river.svg"},
	{Key: "boilerplate", Text: "Who they are, below releases in their name", Lines: 4},
	{Key: "press.name", Text: "Their press contact: name"},
	{Key: "press.role", Text: "Their press contact: role"},
	{Key: "press.phone", Text: "Their press contact: telephone, with the country’s code"},
	{Key: "press.email", Text: "Their press contact: email"},
	{Key: "press.hours", Text: "Their press contact: when they answer"},
	{Key: "press.public", Text: "Their press contact stands on the public page too", YesNo: true},
}

func partnerOf(f *workspace.File, o release.Org) partnerView {
	v, values := partnerView{Org: o}, f.PartnerValues(o.ID)
	for _, field := range partnerTexts {
		field.Value = values[field.Key]
		v.Fields = append(v.Fields, field)
	}
	return v
}

// partner adds an organization of the coalition.
func (h *Pages) partner(w http.ResponseWriter, r *http.Request) {
	get := func(name string) string { return strings.TrimSpace(page.Line(r.PostForm.Get(name), 300)) }
	p := workspace.Partner{Name: get("partner"), ID: get("id"), Contact: get("contact"), Language: get("language")}
	before, err := h.w.SettingsText()
	var after *workspace.File
	switch {
	case err != nil:
	case p.Name == "":
		err = room.Own("write the organization's name, as it is printed")
	case p.Contact == "":
		err = room.Own("write whom quotes are asked from, as in Ana Ruiz <ana@river.example>")
	default:
		if after, _, err = before.WithPartner(p); err == nil {
			err = h.w.KeepSettings(r.Context(), before.Version, after)
		}
	}
	if err != nil {
		h.show(w, r, http.StatusUnprocessableEntity, nil, func(v *settingsView) { v.Partner, v.Bad = p, h.said(err) })
		return
	}
	h.saved.Store(true)
	h.room.Done(w, r, "/settings", "partner")
}

// changePartner writes what is said of an organization.
func (h *Pages) changePartner(w http.ResponseWriter, r *http.Request) {
	id, typed := page.Line(r.PostForm.Get("id"), 100), make(map[string]string)
	for _, f := range partnerTexts {
		v := r.PostForm.Get(f.Key)
		if f.Lines == 0 {
			v = page.Line(v, 1000)
		}
		if r.PostForm.Has(f.Key) {
			typed[f.Key] = strings.TrimSpace(strings.ReplaceAll(v, "\r\n", "\n"))
		}
	}
	var err error
	switch {
	case typed["name"] == "":
		err = room.Own("write the organization's name, as it is printed")
	case typed["contact"] == "":
		err = room.Own("write whom quotes are asked from, as in Ana Ruiz <ana@river.example>")
	}
	h.rewritePartner(w, r, id, "partner-changed", typed, err, func(f *workspace.File) (*workspace.File, workspace.Settings, error) {
		return f.WithPartnerAs(id, typed)
	})
}

// removePartner takes an organization out.
func (h *Pages) removePartner(w http.ResponseWriter, r *http.Request) {
	id := page.Line(r.PostForm.Get("id"), 100)
	h.rewritePartner(w, r, id, "partner-gone", nil, nil, func(f *workspace.File) (*workspace.File, workspace.Settings, error) {
		return f.WithoutPartner(id)
	})
}

// rewritePartner writes the settings in which an organization is another, where err is nil and
// they are as they were shown.
func (h *Pages) rewritePartner(
	w http.ResponseWriter, r *http.Request, id, done string, typed map[string]string, err error,
	become func(*workspace.File) (*workspace.File, workspace.Settings, error),
) {
	var before, after *workspace.File
	if err == nil {
		before, err = h.w.SettingsText()
	}
	if err == nil && before.Version != page.Line(r.PostForm.Get("version"), 100) {
		err = &workspace.OtherError{File: workspace.SettingsFile}
	}
	if err == nil {
		after, _, err = become(before)
	}
	if err == nil && after.Version == before.Version {
		h.room.Done(w, r, "/settings", "same")
		return
	}
	if err == nil {
		err = h.w.KeepSettings(r.Context(), before.Version, after)
	}
	if err == nil {
		h.saved.Store(true)
		h.room.Done(w, r, "/settings", done)
		return
	}
	h.show(w, r, http.StatusUnprocessableEntity, nil, func(v *settingsView) {
		v.Bad = h.said(err)
		for i := range v.Partners {
			p := &v.Partners[i]
			if p.ID != id {
				continue
			}
			p.Open = true
			for n := range p.Fields {
				f := &p.Fields[n]
				if was, said := typed[f.Key]; said {
					f.Value = was
				}
			}
		}
	})
}
