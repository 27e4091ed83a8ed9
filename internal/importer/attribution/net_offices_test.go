package attribution

import (
	"strings"
	"testing"
)

// TestOfficesInRomanceAndSlavicLanguages tells each from a word that is spelled almost so.
func TestOfficesInRomanceAndSlavicLanguages(t *testing.T) {
	t.Parallel()
	for tag, offices := range map[string]string{
		"es": `directora director líder presidente presidenta portavoz coordinador coordinadora secretario secretaria fundador
			fundadora gerente responsable jefe jefa alcalde alcaldesa ministro ministra abogado abogada profesor profesora
			investigador investigadora catedrático catedrática concejal concejala consejero consejera diputado diputada rector
			rectora decano decana delegado delegada vicepresidente vicepresidenta subdirector subdirectora entrenador entrenadora
			médico médica gobernador gobernadora subsecretario subsecretaria comisario comisaria vocal tesorero tesorera
			científico científica edil intendente cofundador cofundadora copresidente copresidenta síndico síndica vocero vocera
			dirigenta regidor regidora sindicalista viceministro viceministra comisionado comisionada vicesecretario
			vicesecretaria vicerrector vicerrectora titular seremi`,
		"fr": `directeur directrice président présidente porte-parole coordinateur coordinatrice secrétaire fondateur fondatrice
			maire ministre avocat avocate professeur chercheur chercheuse délégué déléguée cofondatrice cofondateur vice-président
			vice-présidente adjoint adjointe député députée sénateur sénatrice préfet préfète chef cheffe entraîneur entraîneure
			trésorier trésorière gérant gérante conseiller conseillère ambassadeur ambassadrice gouverneur gouverneure rapporteur
			rapporteure co-président coprésidente dirigeant dirigeante économiste conservateur conservatrice élu élue proviseur
			proviseure médiateur médiatrice représentant représentante employé employée salarié salariée`,
		"it": `direttore direttrice portavoce coordinatore coordinatrice segretario sottosegretario sottosegretaria sindaco sindaca
			assessore assessora vicepresidente amministratore amministratrice rettore rettrice deputato deputata senatore
			senatrice consigliere consigliera segretaria commissario ministra docente ricercatore ricercatrice fondatore curatore
			curatrice governatore governatrice professore professoressa vicesindaco vicesindaca prefetto questore cofondatore co-fondatrice tesoriere vicedirettore vicedirettrice primario rappresentante`,
		"pt": `deputado deputada prefeito prefeita vereador vereadora reitor reitora professora secretária fundador fundadora
			pesquisador pesquisadora promotor promotora diretor diretora coordenador coordenadora candidato candidata secretário
			subsecretário subsecretária superintendente governador governadora ministro procurador procuradora vice-prefeito vice-prefeita ouvidor ouvidora biólogo bióloga engenheiro engenheira representante`,
		"ca": `alcaldessa portaveu consellera conseller secretària diputat tinent tinenta`,
		"pl": `prezydent prezydentka burmistrz burmistrzyni dyrektor dyrektorka prezes prezeska rzecznik rzeczniczka przewodniczący
			przewodnicząca kierownik kierowniczka wojewoda marszałek starosta wójt radny radna poseł posłanka koordynator
			koordynatorka założyciel założycielka wiceprezes wiceprezydent wicedyrektor ekspert ekspertka naczelnik sekretarz
			profesor ordynator ordynatorka`,
		"cs": `režisér režisérka místostarosta místostarostka náměstek náměstkyně primátor primátorka hejtman hejtmanka ředitel
			ředitelka mluvčí jednatel jednatelka předseda předsedkyně`,
	} {
		for _, office := range strings.Fields(offices) {
			for s, want := range map[string]bool{
				office: true, strings.ToUpper(office): true, "(" + office + ").,": true, "nueva " + office: true, office + "qq": false, "qq" + office: false,
			} {
				if got := drafted(tag).IsTitle(s); got != want {
					t.Errorf("%s: %q: %t", tag, s, got)
				}
			}
		}
	}
}
