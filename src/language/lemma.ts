// Lemmatizer: word form and tag to the dictionary form, by a list of irregular forms and spelling rules. English only.

const pairs = (text: string): [string, string][] =>
  text.split(" ").flatMap((entry) => {
    const [lemma, forms] = entry.split(":") as [string, string];
    return forms.split(",").map((form): [string, string] => [form, lemma]);
  });

const IRREGULAR_VERBS = new Map(
  pairs(
    "be:am,is,are,was,were,been,being,'s,'re,'m,’s,’re,’m,ai have:has,had,having,'ve,’ve do:does,did,done will:wo,'ll,’ll would:'d,’d can:ca go:went,gone,goes " +
      "make:made take:took,taken give:gave,given get:got,gotten come:came become:became see:saw,seen know:knew,known say:said,says tell:told think:thought find:found " +
      "buy:bought sell:sold bring:brought build:built send:sent spend:spent lend:lent lose:lost leave:left keep:kept hold:held lead:led feed:fed meet:met pay:paid lay:laid " +
      "win:won run:ran,running begin:began,begun write:wrote,written underwrite:underwrote,underwritten rise:rose,risen arise:arose,arisen drive:drove,driven choose:chose,chosen " +
      "speak:spoke,spoken break:broke,broken grow:grew,grown draw:drew,drawn withdraw:withdrew,withdrawn show:shown fall:fell,fallen stand:stood understand:understood " +
      "undertake:undertook,undertaken overtake:overtook,overtaken oversee:oversaw,overseen seek:sought teach:taught catch:caught fight:fought feel:felt deal:dealt mean:meant " +
      "sit:sat shoot:shot strike:struck stick:stuck hang:hung swing:swung wear:wore,worn bear:bore,borne,born swear:swore,sworn eat:ate,eaten forbid:forbade,forbidden " +
      "freeze:froze,frozen steal:stole,stolen wake:woke,woken fly:flew,flown throw:threw,thrown blow:blew,blown hear:heard bind:bound wind:wound found:founded,founding " +
      "bid:bidding put:putting set:setting cut:cutting let:letting hit:hitting shut:shutting split:splitting spin:spun spread:spreading cast:casting broadcast:broadcasting " +
      "quit:quitting bet:betting lie:lying,lay die:dying tie:tying underlie:underlying swim:swam,swum sing:sang,sung ring:rang,rung sink:sank,sunk shrink:shrank,shrunk " +
      "drink:drank,drunk offset:offsetting overcome:overcame forgo:forwent,forgone undergo:underwent,undergone foresee:foresaw,foreseen rebuild:rebuilt sue:suing,sued " +
      "tear:tore,torn rethink:rethought sleep:slept sweep:swept outspend:outspent foster:fostered,fostering offer:offered,offering enter:entered,entering cover:covered,covering " +
      "power:powered,powering order:ordered,ordering partner:partnered,partnering deliver:delivered,delivering consider:considered,considering target:targeted,targeting " +
      "market:marketed,marketing budget:budgeted,budgeting exhibit:exhibited,exhibiting limit:limited,limiting permit:permitted,permitting prohibit:prohibited,prohibiting " +
      "commit:committed,committing admit:admitted,admitting submit:submitted,submitting benefit:benefited,benefiting profit:profited,profiting edit:edited,editing " +
      "visit:visited,visiting exit:exited,exiting debut:debuted,debuting develop:developed,developing focus:focused,focusing,focussed,focusses,focuses " +
      "acquire:acquired,acquiring co-found:co-founded,co-founding",
  ),
);

const IRREGULAR_NOUNS = new Map(
  pairs(
    "man:men woman:women child:children person:people foot:feet tooth:teeth mouse:mice datum:data criterion:criteria phenomenon:phenomena analysis:analyses basis:bases crisis:crises " +
      "thesis:theses axis:axes index:indices matrix:matrices life:lives wife:wives half:halves shelf:shelves leaf:leaves self:selves thief:thieves knife:knives series:series species:species " +
      "news:news means:means business:businesses process:processes access:accesses lens:lenses bus:buses virus:viruses campus:campuses census:censuses status:statuses bonus:bonuses " +
      "spokesman:spokesmen spokeswoman:spokeswomen businessman:businessmen chairman:chairmen lawmaker:lawmakers headquarters:headquarters company:companies tax:taxes",
  ),
);

/** Nouns in -s that are singular. */
const SINGULAR = /(?:ss|us|is|ics|news|series|species|headquarters|means|gas|lens|bias|canvas|atlas|chaos|always|perhaps)$/;
const VOWEL = "[aeiouy]";

/** Restores the final letter after a removed -ed or -ing: doubled consonants, silent e. */
function restore(stem: string): string {
  if (/(?:[^aeiou]|^)i$/.test(stem)) return `${stem.slice(0, -1)}y`;
  if (/([bdgkmnprtv])\1$/.test(stem) && !/(?:add|ebb|err|purr|egg)$/.test(stem)) return stem.slice(0, -1);
  if (/(?:ll)$/.test(stem))
    return /(?:cancell|control|controll|propell|compell|expell|labell|modell|travell|fuell|totall|signall|excell|rebell|enroll|patroll|tunnell|channell|funnell|levell|rivall)$/.test(
      stem,
    )
      ? /(?:enroll|propell|control)$/.test(stem)
        ? stem.replace(/ll$/, "l")
        : stem.slice(0, -1)
      : stem;
  // Silent e: after c, v, u, z, s (not ss), soft g, -at, -it after vowel pairs, and single-vowel stems that end in one consonant.
  if (
    /(?:[cvuz]|[^s]s|[aeiou]nc|dg|rg|ng(?<!ing|ong|ang|ung)|[^aeiou]l)$/.test(stem) &&
    !/(?:focus|bias|canvas|discuss|process|address|assess|access|express|press|pass|al|el)$/.test(stem)
  ) {
    if (/(?:[^aeiou]l)$/.test(stem)) return /(?:[bcdfgkpstz]l)$/.test(stem) ? `${stem}e` : stem;
    return `${stem}e`;
  }
  if (
    /(?:[^aeou]at|[a-z]{2}eat|[ai]lit|vit|cit|mpt?et|plet|let|lut|cut|but|put|mut|vot|mot|not|quot|dat|ot[aeiou]|rot|writ|unit|ignit|invit|excit|delet)$/.test(
      stem,
    ) &&
    !/(?:treat|great|beat|heat|seat|repeat|cheat|threat|eat|limit|visit|exit|profit|benefit|edit|exhibit|prohibit|pilot|recruit|debut|toilet|outlet|float|boat|coat|combat|format)$/.test(
      stem,
    )
  )
    return `${stem}e`;
  if (
    /(?:[aeiou]r)$/.test(stem) &&
    /(?:shar|car|bar|prepar|compar|declar|scar|shor|stor|scor|explor|ignor|restor|ador|bor|fir|hir|wir|tir|requir|inquir|acquir|inspir|expir|admir|retir|desir|cur|secur|measur|featur|manufactur|captur|structur|ventur|pressur|figur|injur|assur|insur|ensur|procur|configur|nurtur|lectur|pur|lur|interfer|adher|spar|squar|stapl)$/.test(
      stem,
    )
  )
    return `${stem}e`;
  if (
    /(?:[aeiou]n)$/.test(stem) &&
    /(?:combin|determin|examin|defin|refin|confin|declin|min|lin|shin|outlin|streamlin|undermin|imagin|phon|clon|postpon|tun|alin|machin|routin|win(?!n)|dominan|underlin|gen|conven|interven|pioneen)$/.test(
      stem,
    )
  )
    return `${stem}e`;
  if (
    /(?:[aeiou]m)$/.test(stem) &&
    /(?:nam|renam|fram|gam|blam|claim(?!)|tim|consum|assum|resum|presum|volum|schem|extrem|becom|welcom|overcom|com|programm)$/.test(stem)
  )
    return `${stem}e`;
  if (/(?:[aeiou]k)$/.test(stem) && /(?:mak|tak|stak|lik|strik|invok|revok|evok|provok|wak|shak|bak|brok|spik|hik)$/.test(stem))
    return `${stem}e`;
  if (/(?:[aeiou]p)$/.test(stem) && /(?:shap|scrap(?!p)|hop|scop|typ|escap|reshap|landscap|wip|cop)$/.test(stem)) return `${stem}e`;
  if (
    /(?:[aeiou]b|[aeiou]d|rd|rg)$/.test(stem) &&
    /(?:describ|subscrib|prescrib|prob|includ|conclud|exclud|preclud|provid|decid|divid|resid|sid|guid|rid|upgrad|trad|fad|grad|persuad|invad|cod|explod|erod|mod|nod(?!)|preced|conced|reced|imped|supersed|charg|merg|emerg|urg|surg|larg|forg)$/.test(
      stem,
    )
  )
    return `${stem}e`;
  if (/(?:ag|eg|ig|og|ug)$/.test(stem) && !/(?:drag|tag|flag|lag|brag|jog|log|dialog|blog|hug|plug|dig|rig)$/.test(stem)) return `${stem}e`;
  if (
    /(?:[aeiou]l)$/.test(stem) &&
    /(?:scal|whol|fil(?!l)|compil|mobil|pil|handl|sal|rul|schedul|consol|rol|reconcil|smil|profil|fuel(?!)|capsul|regul)$/.test(stem) &&
    !/(?:regul)$/.test(stem)
  )
    return `${stem}e`;
  if (/(?:[aeiou]th)$/.test(stem) && /(?:breath|cloth)$/.test(stem)) return `${stem}e`;
  if (/(?:rs|ns|ps|ls)$/.test(stem)) return `${stem}e`;
  if (/^(?:creat|fin|typ|hyp|stag|gaug|rang|chang|arrang|challeng|exchang|oblig|rearrang)$/.test(stem)) return `${stem}e`;
  return stem;
}

function verb(word: string): string {
  if (word.length < 4 && !/s$/.test(word)) return word;
  if (/ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:sses|shes|ches|xes|zzes|oes)$/.test(word)) return /(?:caches|aches)$/.test(word) ? word.slice(0, -1) : word.slice(0, -2);
  if (/[^s]s$/.test(word) && !/(?:us|is)$/.test(word)) return word.slice(0, -1);
  if (/eed$/.test(word)) return /(?:agreed|freed|guaranteed|decreed|refereed)$/.test(word) ? word.slice(0, -1) : word;
  if (/ied$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/ed$/.test(word) && new RegExp(VOWEL).test(word.slice(0, -2))) return restore(word.slice(0, -2));
  if (/ing$/.test(word) && new RegExp(VOWEL).test(word.slice(0, -3)))
    return /(?:eeing|oeing|yeing)$/.test(word) ? word.slice(0, -3) : restore(word.slice(0, -3));
  return word;
}

function noun(word: string): string {
  if (SINGULAR.test(word) || word.length < 3) return word;
  if (/ies$/.test(word))
    return /(?:movies|cookies|selfies|calories|zombies)$/.test(word) || word.length < 5 ? word.slice(0, -1) : `${word.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word))
    return /(?:caches|niches|axes|headaches)$/.test(word) ? word.slice(0, -1) : word.slice(0, -2);
  if (/oes$/.test(word)) return word.slice(0, -2);
  if (/men$/.test(word) && word.length > 4) return `${word.slice(0, -3)}man`;
  return /s$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * Gives the lower-case dictionary form of a word with its Universal and Penn tags. Proper nouns stay as they are, in lower case.
 *
 * @example lemmatise("specializes", "VERB", "VBZ") // "specialize"
 */
export function lemmatise(word: string, upos: string, xpos: string): string {
  const lower = word.toLowerCase();
  if (upos === "VERB" || upos === "AUX") return IRREGULAR_VERBS.get(lower) ?? (/^VB[DGNZ]$/.test(xpos) ? verb(lower) : lower);
  if (upos === "NOUN") return IRREGULAR_NOUNS.get(lower) ?? (/S$/.test(xpos) ? noun(lower) : lower);
  if (upos === "PART" && /^(?:n['’]t|not)$/.test(lower)) return "not";
  if (upos === "DET" && lower === "an") return "a";
  return lower;
}
