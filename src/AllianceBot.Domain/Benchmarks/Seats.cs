using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What one person has to do with a round, and what the facilitator sees beside the stage.</summary>
internal static class Seats
{
    public static RoundSeat? Of(Alliance alliance, PersonId person, Round round, Component? front, Instant now)
    {
        var own = RoundRights.SpeaksFor(alliance, person, round);
        var answers = RoundRights.AnswersFor(alliance, person, round);
        if (own.Count + answers.Count == 0) return null;
        var reader = new PersonReader(person);
        return new()
        {
            Partners = RoundViews.Named(alliance, own),
            Words = front is null ? [] : Hearing.Current(front).Where(word => word.Person == person).Select(word => Own(alliance, front, word)).ToValueList(),
            Told = round.Components.SelectMany(component => component.Said.Where(word => word.Person == person && word is { IsTold: true, Right: null })
                .Select(word => Own(alliance, component, word))).ToValueList(),
            SaidAlone = round.Components.Any(component => component.Said.Any(word => word.Alone && word.Person == person)),
            ToAnswer = round.Components
                .Where(component => RoundGuards.Refuses(alliance, round, RoundAct.AnswerRecord, component.Number, now) is null
                    && Hearing.Unanswered(round, component).Any(answers.Contains))
                .Select(component => ComponentViews.Of(alliance, reader, round, component, now)).ToValueList(),
            Goals = round.Components.SelectMany(component => ComponentViews.Goals(alliance, round, component))
                .Where(goal => goal.Open.Any(partner => answers.Contains(partner.Id))).ToValueList(),
        };
    }

    public static RoundPanel Panel(Alliance alliance, PersonId person, Round round, Component? front, bool opened)
    {
        var readable = front is null || front.ShownAt is not null ? [] : Hearing.Current(front)
            .Where(word => word.Text is not null && RoundRights.Reads(alliance, person, front, word)).ToValueList();
        return new()
        {
            Rows = front is null ? [] : Hearing.Asked(round).Select(partner => Row(alliance, round, front, partner)).ToValueList(),
            CanOpen = MayOpen(front) && readable.Count > 0,
            Opened = opened && MayOpen(front) && front?.Gathering is { } gathering
                ? readable.Select(word => Shown(alliance, word, gathering.Named)).ToValueList() : [],
            Alone = round.Components.SelectMany(component => component.Said.Where(static word => word.Alone)
                .Select(word => Shown(alliance, word, named: true))).ToValueList(),
            People = Hearing.Asked(round).SelectMany(partner => alliance.People.Where(one => !one.Left && alliance.IsOf(one.Id, partner))
                .Select(one => new PanelPerson(Names.Of(alliance, one.Id), Names.Of(alliance, partner)))).ToValueList(),
        };
    }

    /// <summary>That the facilitator reads was said before anybody typed; without names three have to have written.</summary>
    private static bool MayOpen(Component? front) => front?.Gathering is { FacilitatorReads: true } && Hearing.MayShow(front);

    /// <summary>Whoever wrote without names is not told apart on the panel either: only that a partner was heard.</summary>
    private static PanelRow Row(Alliance alliance, Round round, Component front, PartnerId partner)
    {
        var words = Hearing.Current(front).Where(word => word.Partner == partner).ToList();
        return new(
            Names.Of(alliance, partner), Hearing.Of(front, partner), words.Exists(static word => word.Text is not null),
            front.Gathering is { Named: true } && words.Exists(static word => word.ReadOut), Hearing.Present(alliance, round, front).Contains(partner));
    }

    private static OwnWord Own(Alliance alliance, Component component, PrivateWord word) => new(
        component.Number, word.Ask, Names.Of(alliance, word.Partner), word.Text?.Text, word.Number, word.Passed, Names.Of(alliance, word.By));

    private static ShownWord Shown(Alliance alliance, PrivateWord word, bool named) => new(
        named ? Names.Of(alliance, word.Partner) : null, named ? Names.Of(alliance, word.Person) : null, word.Text?.Text, word.IsTold, word.ReadOut);
}
