using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using Amazon.Util;

namespace Amazon.StandIns;

/// <summary>Reads the members of a JSON object; one that is absent or null is null.</summary>
internal static class JsonMembers
{
    public static string Text(this JsonElement json, string name) => json.Member(name)?.GetString();

    public static int? Number(this JsonElement json, string name) => json.Member(name)?.GetInt32();

    public static long? Long(this JsonElement json, string name) => json.Member(name)?.GetInt64();

    public static double? Double(this JsonElement json, string name) => json.Member(name)?.GetDouble();

    public static bool? Flag(this JsonElement json, string name) => json.Member(name)?.GetBoolean();

    /// <summary>A time as epoch seconds, with a fraction or not, or as ISO 8601; in UTC.</summary>
    public static DateTime? Time(this JsonElement json, string name) =>
        json.Member(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } number => AWSSDKUtils.ConvertFromUnixDecimalEpochSeconds(
                number.GetDecimal()
            ),
            { } text => DateTime.Parse(
                text.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
            ),
        };

    /// <summary>Bytes, sent as base64.</summary>
    public static MemoryStream Bytes(this JsonElement json, string name) =>
        json.Member(name) is { } member ? new MemoryStream(member.GetBytesFromBase64()) : null;

    public static T Object<T>(this JsonElement json, string name, Func<JsonElement, T> read)
        where T : class => json.Member(name) is { } member ? read(member) : null;

    public static List<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (json.Member(name) is not { } member)
        {
            return Unset.List<T>();
        }

        var items = new List<T>(member.GetArrayLength());
        foreach (var item in member.EnumerateArray())
        {
            items.Add(read(item));
        }

        return items;
    }

    public static List<string> Texts(this JsonElement json, string name) =>
        json.List(name, static item => item.GetString());

    public static Dictionary<string, string> TextMap(this JsonElement json, string name) =>
        json.Map(name, static value => value.GetString());

    public static Dictionary<string, T> Map<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (json.Member(name) is not { } member)
        {
            return Unset.Map<string, T>();
        }

        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in member.EnumerateObject())
        {
            values[entry.Name] = read(entry.Value);
        }

        return values;
    }

    private static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var member)
        && member.ValueKind != JsonValueKind.Null
            ? member
            : null;
}

/// <summary>The value of a collection that nobody has set.</summary>
internal static class Unset
{
    public static List<T> List<T>() => AWSConfigs.InitializeCollections ? [] : null;

    public static Dictionary<TKey, TValue> Map<TKey, TValue>()
        where TKey : notnull => AWSConfigs.InitializeCollections ? [] : null;
}
