import { describe, expect, it } from "vitest";
import { lemmatise } from "../../../src/language/lemma.ts";

/** Verbs of business and policy news: form:lemma. */
const VERBS = [
  "accessed:access accused:accuse achieved:achieve acquired:acquire added:add adjusted:adjust adopted:adopt advised:advise agreed:agree",
  "aimed:aim aims:aim allowed:allow analyzed:analyze announced:announce appealed:appeal appeared:appear applies:apply appointed:appoint",
  "approved:approve argued:argue arranged:arrange asked:ask assumed:assume backed:back banned:ban based:base belonging:belong",
  "benefited:benefit blocked:block boosted:boost bringing:bring called:call cancelled:cancel carrying:carry caused:cause challenged:challenge",
  "changed:change charged:charge chased:chase checked:check cited:cite claimed:claim cleared:clear closed:close closing:close",
  "collaborating:collaborate combined:combine committed:commit compared:compare competing:compete compiled:compile completed:complete confirmed:confirm considered:consider",
  "continued:continue controlled:control covering:cover created:create damaged:damage dated:date dealt:deal decided:decide declared:declare",
  "declined:decline defined:define deleted:delete demanded:demand denied:deny described:describe designed:design designing:design detailed:detail",
  "developed:develop developing:develop discussed:discuss dismissed:dismiss dominated:dominate doubled:double dropped:drop embraced:embrace enabled:enable",
  "enacted:enact engaged:engage ensured:ensure ensures:ensure entered:enter escaped:escape established:establish exceeded:exceed excited:excite",
  "excluded:exclude exempted:exempt exercised:exercise expanded:expand expensed:expense explored:explore failed:fail favored:favor featured:feature",
  "filed:file filled:fill financed:finance fined:fine fired:fire focuses:focus forced:force founded:found fueled:fuel",
  "fuelled:fuel funded:fund gained:gain governed:govern grabbed:grab handled:handle hanging:hang happened:happen headed:head",
  "headquartered:headquarter hired:hire hoped:hope hopes:hope hosted:host housed:house housing:house hyped:hype imposed:impose",
  "included:include increased:increase informed:inform installed:install integrated:integrate integrates:integrate integrating:integrate introduced:introduce invested:invest",
  "investigated:investigate invited:invite invoked:invoke issued:issue joined:join labelled:label landed:land launched:launch leads:lead",
  "led:lead leveraged:leverage licensed:license licensing:license limited:limit linked:link listed:list loaded:load located:locate",
  "looked:look maintained:maintain making:make managed:manage manufacturing:manufacture marked:mark measured:measure mentioned:mention merged:merge",
  "modeled:model modelled:model monitored:monitor named:name needed:need noted:note obliged:oblige offered:offer opened:open",
  "operates:operate operating:operate organised:organise organized:organize owned:own packaged:package partnered:partner passed:pass paused:pause",
  "performed:perform phoned:phone placed:place planned:plan pledged:pledge plugged:plug positioned:position posted:post prepared:prepare",
  "pressed:press processed:process produced:produce programmed:program promised:promise promoted:promote proposed:propose provides:provide providing:provide",
  "pulled:pull purchased:purchase pursued:pursue quoted:quote raised:raise ranged:range rated:rate received:receive recruited:recruit",
  "reduced:reduce regulated:regulate regulating:regulate released:release relied:rely relies:rely repealed:repeal repeated:repeat replaced:replace",
  "required:require rescinded:rescind restricted:restrict resumed:resume revealed:reveal revoked:revoke rivaled:rival rivals:rival rolled:roll",
  "ruled:rule sailed:sail scaled:scale scrapped:scrap secured:secure selling:sell served:serve settled:settle shaped:shape",
  "shared:share shipped:ship signed:sign sourced:source specialized:specialize specializes:specialize spending:spend sponsored:sponsor spun:spin",
  "staged:stage stated:state stopped:stop stored:store streaming:stream strengthened:strengthen struggled:struggle succeeded:succeed sued:sue",
  "suited:suit supplied:supply supplies:supply supported:support tackled:tackle tagged:tag taking:take targeted:target targets:target",
  "teamed:team tested:test threatened:threaten topped:top totaled:total traded:trade trained:train treated:treat tripled:triple",
  "typed:type united:unite unveiled:unveil updated:update upgraded:upgrade uploaded:upload used:use using:use valued:value",
  "values:value visited:visit voted:vote wants:want warned:warn welcomed:welcome worked:work",
].flatMap((row) => row.split(" "));

describe("lemmatise", () => {
  it("gives the base form of regular verbs, silent e and doubled consonants restored", () => {
    const wrong = VERBS.filter((entry) => {
      const [form, lemma] = entry.split(":") as [string, string];
      const xpos = /[^s]s$/.test(form) ? "VBZ" : form.endsWith("ing") ? "VBG" : "VBD";
      return lemmatise(form, "VERB", xpos) !== lemma;
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ["companies", "NOUN", "NNS", "company"],
    ["chips", "NOUN", "NNS", "chip"],
    ["businesses", "NOUN", "NNS", "business"],
    ["investors", "NOUN", "NNS", "investor"],
    ["headquarters", "NOUN", "NNS", "headquarters"],
    ["data", "NOUN", "NNS", "datum"],
    ["bought", "VERB", "VBD", "buy"],
    ["were", "AUX", "VBD", "be"],
    ["n't", "PART", "RB", "not"],
    ["Alibaba", "PROPN", "NNP", "alibaba"],
  ])("maps %s (%s) to its lemma", (form, upos, xpos, lemma) => {
    expect(lemmatise(form, upos, xpos)).toBe(lemma);
  });
});
