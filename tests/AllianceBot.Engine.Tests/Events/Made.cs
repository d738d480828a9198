using System.Reflection;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine.Tests;

/// <summary>Makes a value of any stored type, full or as empty as its type allows, so that no event is forgotten.</summary>
internal static class Made
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlyList<Type> EventTypes { get; } =
    [
        .. typeof(AllianceEvent).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(AllianceEvent)) && !type.IsAbstract)
            .OrderBy(static type => type.Name, StringComparer.Ordinal),
    ];

    public static AllianceEvent Event(Type type, bool full) => (AllianceEvent)Value(type, full, "ask");

    public static T Of<T>(bool full) => (T)Value(typeof(T), full, "it");

    private static object Value(Type type, bool full, string name)
    {
        if (type == typeof(string)) return name;
        if (type == typeof(bool)) return full;
        if (type == typeof(int)) return full ? 12 : 0;
        if (type == typeof(long)) return full ? 12L : 0L;
        if (type == typeof(decimal)) return full ? 12.5m : 0m;
        if (type == typeof(Instant)) return Instant.FromUtc(2026, 11, 20, 8, 30) + Duration.FromTicks(full ? 1_234_567 : 0);
        if (type == typeof(LocalDate)) return new LocalDate(2026, 11, 27);
        if (type == typeof(LocalTime)) return new LocalTime(9, 0);
        if (type == typeof(Duration)) return Duration.FromMinutes(2);
        if (type == typeof(Words)) return new Words($"ask.{name}", $"Text of {name}");
        if (type.IsEnum) return Enum.GetValues(type).GetValue(full ? Enum.GetValues(type).Length - 1 : 0)!;
        if (Nullable.GetUnderlyingType(type) is { } inner) return Value(inner, full, name);
        if (type.IsAssignableTo(typeof(IId))) return Activator.CreateInstance(type, name)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return List(type, full, name);
        return Record(type, full);
    }

    private static object List(Type type, bool full, string name)
    {
        var item = type.GenericTypeArguments[0];
        var list = Activator.CreateInstance(type)!;
        return full ? type.GetMethod("Add")!.Invoke(list, [Value(item, full, name)])! : list;
    }

    private static object Record(Type type, bool full)
    {
        var constructor = type.GetConstructors().OrderByDescending(static one => one.GetParameters().Length).First();
        var made = constructor.Invoke(
        [
            .. constructor.GetParameters().Select(parameter =>
                !full && MayBeNull(parameter) ? null : Value(parameter.ParameterType, full, parameter.Name!)),
        ]);
        var taken = constructor.GetParameters().Select(static parameter => parameter.Name!).ToHashSet(StringComparer.Ordinal);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !taken.Contains(property.Name)))
        {
            var isNull = !full && Nullability.Create(property).ReadState == NullabilityState.Nullable;
            property.SetValue(made, isNull ? null : Value(property.PropertyType, full, Camel(property.Name)));
        }

        return made;
    }

    private static bool MayBeNull(ParameterInfo parameter) =>
        Nullability.Create(parameter).ReadState == NullabilityState.Nullable;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
