using System.Security.Cryptography;
using System.Text;

namespace EndToEnd.Harness;

/// <summary>Somebody at a client. Ids follow from the name, so that the same person is the same account in every run.</summary>
internal sealed record Human(string Given, string Surname)
{
    public static readonly Human Ana = new("Ana", "Reyes");
    public static readonly Human Tom = new("Tom", "Okafor");
    public static readonly Human Priya = new("Priya", "Nair");
    public static readonly Human Dale = new("Dale", "Whitman");
    public static readonly Human Mei = new("Mei", "Chen");
    public static readonly Human Ruth = new("Ruth", "Abrams");
    public static readonly Human Jonas = new("Jonas", "Weber");
    public static readonly Human Sam = new("Sam", "Duarte");

    public static readonly IReadOnlyList<Human> Everyone = [Ana, Tom, Priya, Dale, Mei, Ruth, Jonas, Sam];

    public string Name => $"{Given} {Surname}";

    /// <summary>The platform's id of the account.</summary>
    public string Id => $"29:{Key}";

    public string ObjectId => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Name)).AsSpan(0, 16)).ToString();

    public string Email => $"{Key}@example.com";

    public string Key => Given.ToLowerInvariant();
}
