namespace AllianceBot.Domain;

/// <summary>Who is told of the charter: that it holds, everybody who speaks for a partner; what is a partner's own, all managers.</summary>
internal static class CharterNotices
{
    public static ValueList<Notice> For(CharterEvent happened, Alliance after) => happened switch
    {
        CharterAdopted adopted =>
        [
            .. SetUpNotices.ToManagers(after, new Notice(after.Id, "charter.adopted", new(AddresseeRole.AllManagers), happened.At)
                .With("number", $"{adopted.Number}") with { MustArrive = true }),
            new Notice(after.Id, "charter.adopted", new(AddresseeRole.Home), happened.At) { MayFallBack = false }
                .With("number", $"{adopted.Number}"),
        ],
        CharterJoined joined => Told(after, happened, "charter.joined", joined.Partner),
        OwnTermsSet set => Told(after, happened, "charter.own-terms-set", set.Partner),
        GoalConfirmed confirmed => Told(after, happened, "goal.confirmed", confirmed.Partner),
        _ => [],
    };

    private static ValueList<Notice> Told(Alliance after, CharterEvent happened, string kind, PartnerId partner) => SetUpNotices.ToManagers(
        after,
        new Notice(after.Id, kind, new(AddresseeRole.AllManagers), happened.At) { Except = happened.By, Bundle = SetUpNotices.Bundle }
            .With("partner", partner.Value));
}
