using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>What is to be done with a row of the outbox now.</summary>
internal abstract record Route
{
    /// <summary>Nobody wants it any more.</summary>
    public sealed record Drop : Route;

    /// <summary>The role is held by several: a row for each.</summary>
    public sealed record Split(IReadOnlyList<OutboxEntry> Entries) : Route;

    /// <summary>The reader may not be written to before then.</summary>
    public sealed record Hold(Instant Until) : Route;

    /// <summary>Nobody knows where to reach this person yet.</summary>
    public sealed record Wait(PersonId Person) : Route;

    /// <summary>Nothing gets to this person until they are heard again.</summary>
    public sealed record Unreached(PersonId Person) : Route;

    /// <summary>Nobody holds the role.</summary>
    public sealed record Nobody : Route;

    /// <summary>To be shown to this reader there. The person is who reads it in private.</summary>
    public sealed record Go(Reader Reader, Address Address, PersonId? Person) : Route;
}

/// <summary>Finds out who is to get a notice, whether now, and where.</summary>
internal sealed class Router(EngineDirectory directory, NoticeRows rows)
{
    public async ValueTask<Route> RouteAsync(OutboxEntry entry, Mailbox mailbox, Instant now, CancellationToken ct)
    {
        var (alliance, notice) = (mailbox.Durable, entry.Notice);
        if (notice.Undoable > 0 && mailbox.IsUndone(entry.Version)) return new Route.Drop();
        if (entry.Confirm is { } confirm) return Confirm(rows.Open(entry, confirm).Where, new(notice.To.Id!));
        if (notice.To.Role == AddresseeRole.Home) return await HomeAsync(alliance, notice, now, ct);
        var people = Addressees.Resolve(alliance, notice);
        if (people.Count == 0) return new Route.Nobody();
        if (people.Count > 1) return new Route.Split([.. people.Select(person => For(entry, person))]);
        var person = people[0];
        if (!notice.AnyHour && Absences.NextReachable(alliance, person, now) is var allowed && allowed > now) return new Route.Hold(allowed);
        return await directory.AddressAsync(person, ct) is { } address
            ? new Route.Go(new PersonReader(person), address, person)
            : alliance.People.Find(person)?.NotReached is null ? new Route.Wait(person) : new Route.Unreached(person);
    }

    /// <summary>For whom a row waits that has nowhere to go.</summary>
    public static PersonId WaitsFor(Route route) => route is Route.Wait wait ? wait.Person : ((Route.Unreached)route).Person;

    private static Route Confirm(Address where, PersonId by)
    {
        if (where.Channel.Length == 0) return new Route.Drop();
        return where.Kind == PlaceKind.Personal
            ? new Route.Go(new PersonReader(by), where, by)
            : new Route.Go(PlaceReader.Any, where, null);
    }

    private static OutboxEntry For(OutboxEntry entry, PersonId person) =>
        entry with { Notice = entry.Notice with { To = Addressee.Person(person) } };

    private async ValueTask<Route> HomeAsync(Alliance alliance, Notice notice, Instant now, CancellationToken ct)
    {
        if (alliance.LivingHome is not { } home || await directory.PlaceAddressAsync(home, ct) is not { } address) return new Route.Drop();
        if (!notice.AnyHour && Calendars.Of(alliance).NextAllowed(now) is var allowed && allowed > now) return new Route.Hold(allowed);
        return new Route.Go(PlaceReader.Any, address, null);
    }
}
