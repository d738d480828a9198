using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What a promise's card says of load, of the other partner's ways, and of other promises it hangs together with.</summary>
internal static class EffortLines
{
    public static IEnumerable<CardText> Of(Speech speech, CommitmentCard promise, CommitmentInside inside)
    {
        foreach (var line in inside.Load)
            foreach (var said in EffortNotes.Lines(line))
                yield return speech.Say(said);
        var other = inside.YourSide == Side.Doer ? promise.Terms.ReceiverPartner : promise.Terms.DoerPartner;
        foreach (var note in inside.OtherNotes) yield return speech.Say(EffortNotes.OtherNote(other.Id, note));
        foreach (var on in inside.DependsOn) yield return Dependence(speech, on.Done ? "depends.on.done" : "depends.on", on);
        foreach (var building in inside.BuildingOn) yield return Dependence(speech, "depends.building", building);
        if (inside.Report?.Hours is { } spent) yield return speech.Text("report.hours", ("count", spent));
    }

    private static CardText Dependence(Speech speech, string key, DependenceView other) => speech.Text(
        key, ("number", CardText.Markup(other.Label)), ("what", speech.Name(other.What)), ("date", speech.Date(other.Due)));
}
