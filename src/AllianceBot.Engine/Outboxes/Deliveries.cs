using AllianceBot.Domain;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// Claims, presents, sends and settles. What is shown is made from the state after the claim, so that nothing older than
/// the claim goes out; how it ended comes back to the alliance as a command before the row is settled.
/// </summary>
internal sealed class Deliveries(
    ShownCards shownCards, Committer committer, Mailboxes mailboxes, EngineDirectory directory, NoticeRows rows, IPresent presenter,
    IReadOnlyDictionary<string, IChannel> channels, EngineSettings settings, Chance chance, EngineMeters meters, IClock clock, ILogger log)
{
    /// <summary>The reason when a channel stayed away for about a day: it says nothing about whether the place is still there.</summary>
    private const string GaveUp = "gave-up";

    /// <summary>The reason when nobody ever knew where to write to.</summary>
    private const string NeverSpoke = "never-spoke";

    private volatile bool finishing;

    /// <summary>What is being sent is the last: no row that waits behind it is claimed, so that the next start sends it.</summary>
    public void Finish() => finishing = true;

    /// <summary>Delivers to one conversation, in order; a bundle of one reader goes as one card.</summary>
    public async Task RunAsync(List<Parcel> parcels)
    {
        var left = new List<Parcel>(parcels);
        while (left.Count > 0 && !finishing)
        {
            var first = left[0];
            var bundle = left.Where(parcel => parcel == first || first.Bundles(parcel)).Take(EngineLimits.Bundle).ToList();
            left.RemoveAll(bundle.Contains);
            try
            {
                await DeliverAsync(bundle);
            }
            catch (Exception bug) when (bug is not OutOfMemoryException)
            {
                // The rows stay claimed and become unknown at their deadline: nothing is sent twice and nothing is lost in silence.
                log.DeliveryFailed(bundle[0].Row.Row, bug);
                meters.Bugs.Add(1);
            }
        }
    }

    /// <summary>A claim that nobody settled: it may have arrived.</summary>
    public async Task LostAsync(OutboxRow row, OutboxEntry entry, Mailbox mailbox)
    {
        var people = entry.Confirm is null ? Addressees.Resolve(mailbox.Durable, entry.Notice) : [];
        var nowhere = new Route.Go(
            PlaceReader.Any, new("", "", "", "", "", "", PlaceKind.Personal), people.Count == 1 ? people[0] : null);
        await SettleAsync(new(row, entry, mailbox, nowhere), new(SendFate.Unknown, Reason: "deadline"), null);
    }

    /// <summary>
    /// Nobody ever knew where to write to this person: the alliance hears of it, once. Where somebody plays them it is no
    /// news; false then.
    /// </summary>
    public async ValueTask<bool> NeverSpokeAsync(OutboxRow row, OutboxEntry entry, PersonId person)
    {
        if (settings.ShowsNames) return false;
        await TellAsync(row, entry, person, Delivery.Unreachable, NeverSpoke);
        return true;
    }

    /// <summary>Brings what became of a delivery back into the alliance's story.</summary>
    public async ValueTask TellAsync(OutboxRow row, OutboxEntry entry, PersonId? person, Delivery fate, string reason)
    {
        var notice = entry.Notice;
        var told = new NoticeSettled(notice.Subject, notice.Kind, person ?? default, fate, reason, new($"n{row.Row}-{row.Attempts}"));
        await mailboxes.AskAsync(row.Alliance, told, PersonId.Clock, new(""), CancellationToken.None);
    }

    private async Task DeliverAsync(List<Parcel> wanted)
    {
        var bundle = await ClaimAsync(wanted);
        if (bundle.Count == 0) return;
        if (bundle.Count > 1 && await ShowAsync(bundle)) return;
        // What makes no card together any more, as one of them was answered meanwhile, is shown one by one.
        foreach (var parcel in bundle)
        {
            if (!await ShowAsync([parcel])) await MoveAsync(parcel.Move(OutboxState.Obsolete, clock.GetCurrentInstant()));
        }
    }

    /// <summary>Presents and sends claimed rows as one card; false when there is nothing to show.</summary>
    private async Task<bool> ShowAsync(List<Parcel> bundle)
    {
        var first = bundle[0];
        if (await PresentAsync(bundle) is not { } presented) return false;
        var (sending, address) = await SendAsync(first, presented.Message);
        var shown = new ShownRow(
            first.Row.Alliance,
            presented.Subject.ToString(),
            first.To.Person?.Value ?? address.Key,
            address.Key,
            sending.MessageId.Length > 0 ? sending.MessageId : first.Entry.Confirm?.Message ?? "",
            presented.Revision,
            presented.View,
            clock.GetCurrentInstant());
        var told = bundle.Where(parcel => presented.Tells?.Contains(parcel.Notice) ?? true).ToList();
        foreach (var parcel in told) await SettleAsync(parcel, sending, shown);
        foreach (var parcel in bundle.Except(told)) await MoveAsync(parcel.Move(OutboxState.Obsolete, clock.GetCurrentInstant()));
        var whole = told.Count > 1 && first.Entry.Notice.Bundle == CheckInNotices.Bundle;
        if (whole && sending.Fate == SendFate.Done) committer.Note(new Note([], Beside(told, shown)));
        return true;
    }

    /// <summary>
    /// A bundle is one message with one subject and is refreshed as that; that its items were seen is noted without it. Of
    /// what was held only headlines are shown, so that nothing of it counts as seen.
    /// </summary>
    private static List<ShownRow> Beside(List<Parcel> bundle, ShownRow shown) =>
    [
        .. from parcel in bundle
           let subject = parcel.Entry.Notice.Subject
           where subject.ToString() != shown.Subject
           select shown with
           {
               Subject = subject.ToString(),
               Message = "",
               Revision = Revisions.Of(parcel.Mailbox.Durable, subject) ?? shown.Revision,
           },
    ];

    private async Task<List<Parcel>> ClaimAsync(List<Parcel> wanted)
    {
        var now = clock.GetCurrentInstant();
        var claims = wanted.Select(parcel => parcel with
        {
            Row = parcel.Row with { State = OutboxState.Sending, Attempts = parcel.Row.Attempts + 1 },
        }).ToList();
        var moves = wanted.Zip(claims, (parcel, claim) => committer.CommitAsync(
            parcel.Move(OutboxState.Sending, now + EngineLimits.SendingDeadline) with { Attempts = claim.Row.Attempts, Node = settings.Node })).ToList();
        var claimed = new List<Parcel>();
        for (var i = 0; i < moves.Count; i++) if (await moves[i] == CommitResult.Done) claimed.Add(claims[i]);
        return claimed;
    }

    private async Task<Presented?> PresentAsync(List<Parcel> bundle)
    {
        var first = bundle[0];
        var mailbox = await mailboxes.FindAsync(first.Row.Alliance, CancellationToken.None);
        var alliance = mailbox.Durable;
        var subject = first.Entry.Notice.Subject;
        var reader = first.To.Person?.Value ?? first.To.Address.Key;
        var seen = await shownCards.OfAsync(alliance.Id, subject.ToString(), reader, 1, CancellationToken.None);
        var name = settings.ShowsNames && first.To.Person is { } person ? alliance.People.Find(person)?.Name.Text : null;
        var context = new PresentContext(clock.GetCurrentInstant(), seen is [var last, ..] ? last.Revision : -1, chance.NewId(), name);
        if (first.Entry.Confirm is { } confirm) return presenter.Confirm(alliance, rows.Open(first.Entry, confirm), PersonOf(first.Entry)!.Value, first.To.Reader, context);
        var wanted = bundle.Where(parcel => parcel.Entry.Notice.Undoable == 0 || !mailbox.IsUndone(parcel.Entry.Version)).ToList();
        var notices = wanted.Select(static parcel => parcel.Notice).ToList();
        var presented = notices.Count switch
        {
            0 => null,
            1 => presenter.Present(alliance, notices[0], first.To.Reader, context),
            _ => presenter.Bundle(alliance, notices, first.To.Reader, context),
        };
        return presented is null ? null : presented with { Tells = presented.Tells ?? notices };
    }

    private async Task<(Sending Sending, Address Address)> SendAsync(Parcel parcel, Message message)
    {
        var address = parcel.To.Address;
        if (!channels.TryGetValue(address.Channel, out var channel)) return (new(SendFate.Unreachable, Reason: "no-channel"), address);
        try
        {
            if (address.Conversation.Length == 0)
            {
                var reached = await channel.ReachAsync(address, CancellationToken.None);
                if (reached.Address is not { } opened) return (Repeatable(reached.Sending), address);
                if (parcel.To.Person is { } person) directory.Keep(person, opened);
                address = opened;
            }

            return parcel.IsUpdate
                ? (Repeatable(await channel.UpdateAsync(address, parcel.Entry.Confirm!.Message, message, CancellationToken.None)), address)
                : (await channel.SendAsync(address, message, CancellationToken.None), address);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            log.DeliveryFailed(parcel.Row.Row, bug);
            return (new(SendFate.Unknown, Reason: "fault"), address);
        }
    }

    /// <summary>What shows the same again when repeated is tried again, whatever passed between.</summary>
    private static Sending Repeatable(Sending sending) =>
        sending.Fate == SendFate.Unknown ? sending with { Fate = SendFate.Unsent } : sending;

    private async Task SettleAsync(Parcel parcel, Sending sending, ShownRow? shown)
    {
        var (now, entry) = (clock.GetCurrentInstant(), parcel.Entry);
        var fate = sending.Fate == SendFate.Unknown && parcel.IsUpdate ? SendFate.Unsent : sending.Fate;
        switch (fate)
        {
            case SendFate.Done:
                if (parcel.To.Person is { } reached && parcel.Mailbox.Durable.People.Find(reached)?.NotReached is not null)
                {
                    await TellAsync(parcel.Row, entry, reached, Delivery.Sent, "");
                }

                await MoveAsync(parcel.Move(OutboxState.Sent, now) with { Shown = shown });
                break;
            case SendFate.Throttled or SendFate.Unsent:
                if (Retries.After(parcel.Row.Attempts, sending.RetryAfter, chance) is { } delay) await MoveAsync(parcel.Move(OutboxState.Retry, now + delay));
                else await GiveUpAsync(parcel, GaveUp, now);
                break;
            case SendFate.MessageGone when entry.Confirm is { } confirm:
                var anew = entry with { Confirm = confirm with { Message = "", InTurn = false } };
                await MoveAsync(parcel.Move(OutboxState.Obsolete, now) with { Instead = [anew.ToRow()] });
                break;
            case SendFate.Unknown:
                await UnknownAsync(parcel, sending.Reason, now);
                break;
            default:
                if (fate == SendFate.Rejected) log.Rejected(parcel.Row.Row, sending.Reason);
                await GiveUpAsync(parcel, sending.Reason, now);
                break;
        }
    }

    private async Task UnknownAsync(Parcel parcel, string reason, Instant now)
    {
        var entry = parcel.Entry;
        log.NotDelivered(parcel.Row.Row, OutboxState.Unknown, reason);
        if (parcel.To.Person is not null && entry.Confirm is null) await TellAsync(parcel.Row, entry, parcel.To.Person, Delivery.Unknown, reason);
        var again = entry with { Again = true, Notice = entry.Notice with { NotBefore = now } };
        await MoveAsync(parcel.Move(OutboxState.Unknown, now) with
        {
            Instead = entry.Notice.MustArrive && !entry.Again ? [again.ToRow()] : [],
        });
    }

    private async Task GiveUpAsync(Parcel parcel, string reason, Instant now)
    {
        var (entry, person) = (parcel.Entry, parcel.To.Person);
        log.NotDelivered(parcel.Row.Row, OutboxState.Unreachable, reason);
        var home = entry.Notice.To.Role == AddresseeRole.Home && reason != GaveUp;
        if ((person is not null && entry.Confirm is null) || home) await TellAsync(parcel.Row, entry, person, Delivery.Unreachable, reason);
        var instead = FallBacks.Of(parcel.Mailbox.Durable, entry, person, now);
        await MoveAsync(parcel.Move(OutboxState.Unreachable, now) with { Instead = instead is null ? [] : [instead.ToRow()] });
    }

    private async Task MoveAsync(MoveNotice move)
    {
        if (await committer.CommitAsync(move) == CommitResult.Done) meters.Delivered(move.To);
    }

    private static PersonId? PersonOf(OutboxEntry entry) =>
        entry.Notice.To is { Role: AddresseeRole.Person, Id: { } id } ? new PersonId(id) : null;
}
