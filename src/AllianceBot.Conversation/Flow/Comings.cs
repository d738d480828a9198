using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>
/// The bot came to a place or went, people went, somebody is heard again: what that means for the alliances concerned. Nothing
/// is said but hello; whoever can mend something is told by a notice.
/// </summary>
internal sealed class Comings(IAlliances alliances, IDirectory directory)
{
    /// <summary>Why nothing gets through to somebody who was known from a place alone and is there no more.</summary>
    private const string Left = "left";
    private const string NotInstalled = "not-installed";

    /// <summary>Takes in what happened to a place or a private conversation.</summary>
    public async ValueTask TakeAsync(Turn turn, Came came, CancellationToken ct)
    {
        switch (came.Kind)
        {
            case Coming.BotAdded or Coming.BotRemoved when !turn.InPlace:
                await PrivateAsync(turn, came.Kind == Coming.BotAdded, ct);
                break;
            case Coming.BotAdded:
                await PlacesAsync(turn, isThere: true, ct);
                break;
            case Coming.BotRemoved or Coming.PlaceGone:
                await PlacesAsync(turn, isThere: false, ct);
                break;
            case Coming.PeopleRemoved:
                await GoneAsync(turn, came.Who, ct);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Somebody said something in private who could not be reached: messages get through again. And a place where something
    /// is said is there. The state after it.
    /// </summary>
    public async ValueTask<Alliance> HeardAsync(Turn turn, Alliance alliance, CancellationToken ct)
    {
        if (!turn.InPlace)
        {
            return alliance.People.Find(turn.Person)?.NotReached is null
                ? alliance
                : await TellAsync(alliance.Id, new ReachChanged(turn.Person, "", AskOf(turn, 0)), ct) ?? alliance;
        }

        if (alliance.GonePlaces.Count == 0) return alliance;
        var place = directory.Hash("place", turn.Place);
        return alliance.GonePlaces.Contains(place)
            ? await TellAsync(alliance.Id, new PlaceChanged(place, IsThere: true, AskOf(turn, 0)), ct) ?? alliance
            : alliance;
    }

    private async ValueTask PrivateAsync(Turn turn, bool isThere, CancellationToken ct)
    {
        if (turn.Me is not { } me) return;
        if (!isThere) directory.Forget(me);
        await PersonAsync(turn, me, isThere ? "" : NotInstalled, 0, ct);
    }

    /// <summary>Who left a place may still have a private chat with the bot; who was known from there alone has no way left.</summary>
    private async ValueTask GoneAsync(Turn turn, IReadOnlyList<Handle> who, CancellationToken ct)
    {
        for (var row = 0; row < who.Count; row++)
        {
            if (await directory.PersonAsync(who[row], ct) is not { } person) continue;
            if (await directory.AddressAsync(person, ct) is not { Conversation: "" }) continue;
            directory.Forget(person);
            await PersonAsync(turn, person, Left, row, ct);
        }
    }

    private async ValueTask PersonAsync(Turn turn, PersonId person, string problem, int row, CancellationToken ct)
    {
        foreach (var alliance in await directory.AlliancesAsync(person, ct))
        {
            await TellAsync(alliance, new ReachChanged(person, problem, AskOf(turn, row)), ct);
        }
    }

    private async ValueTask PlacesAsync(Turn turn, bool isThere, CancellationToken ct)
    {
        var row = 0;
        foreach (var (place, alliance) in await AffectedAsync(turn.Ask, ct))
        {
            await TellAsync(alliance, new PlaceChanged(place, isThere, AskOf(turn, row++)), ct);
        }
    }

    /// <summary>A team's own conversation stands for all its channels.</summary>
    private async ValueTask<IReadOnlyList<(string Place, AllianceId Alliance)>> AffectedAsync(Ask ask, CancellationToken ct)
    {
        var own = directory.Hash("place", ask.Where.Key);
        var affected = new List<(string Place, AllianceId Alliance)>();
        if (await directory.PlaceAsync(ask.Where, ct) is { } alliance) affected.Add((own, alliance));
        if (ask.Team.Length == 0 || ask.Team != ask.Where.Conversation) return affected;
        affected.AddRange((await directory.PlacesOfTeamAsync(ask.Where.Channel, ask.Team, ct)).Where(one => one.Place != own));
        return affected;
    }

    private async ValueTask<Alliance?> TellAsync(AllianceId alliance, Command command, CancellationToken ct) =>
        (await alliances.AskAsync(alliance, command, PersonId.Clock, new(""), ct)).Alliance;

    /// <summary>The platform may tell it twice; each thing it means is an ask of its own.</summary>
    private AskId AskOf(Turn turn, int row) => turn.Ask.Transport.Length > 0
        ? AskIds.Row(AskIds.Delivered($"came\n{turn.Ask.Transport}"), row)
        : new AskId(alliances.NewId());
}
