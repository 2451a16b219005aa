using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using Amazon.Util;

namespace Amazon.StandIns;

/// <summary>Writes the members of a JSON object; one that is null is left out.</summary>
internal static class JsonWriting
{
    public static void Text(this Utf8JsonWriter json, string name, string value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Number(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Double(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Flag(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    /// <summary>A time, as whole epoch seconds.</summary>
    public static void Time(this Utf8JsonWriter json, string name, DateTime? value)
    {
        if (value is { } time)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(AWSSDKUtils.ConvertToUnixEpochSecondsString(time));
        }
    }

    /// <summary>Bytes from the start of the stream to its end, as base64.</summary>
    public static void Bytes(this Utf8JsonWriter json, string name, MemoryStream value)
    {
        if (value is not null)
        {
            json.WriteBase64String(name, value.ToArray());
        }
    }

    public static void Object<T>(this Utf8JsonWriter json, string name, T value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteObject(value, write);
        }
    }

    public static void List<T>(this Utf8JsonWriter json, string name, List<T> value, Action<Utf8JsonWriter, T> write)
        where T : class => json.Items(name, value, write, static (json, item, write) => json.WriteObject(item, write));

    public static void Texts(this Utf8JsonWriter json, string name, List<string> value) =>
        json.Items(name, value, 0, static (json, item, _) => json.WriteStringValue(item));

    public static void Numbers(this Utf8JsonWriter json, string name, List<int> value) =>
        json.Items(name, value, 0, static (json, item, _) => json.WriteNumberValue(item));

    public static void TextMap(this Utf8JsonWriter json, string name, Dictionary<string, string> value) =>
        json.Map(name, value, static (json, item) => json.WriteStringValue(item));

    public static void DoubleMap(this Utf8JsonWriter json, string name, Dictionary<string, double> value) =>
        json.Map(name, value, static (json, item) => json.WriteNumberValue(item));

    private static void Map<T>(
        this Utf8JsonWriter json,
        string name,
        Dictionary<string, T> value,
        Action<Utf8JsonWriter, T> write
    )
    {
        if (value is null || (value.Count == 0 && AWSConfigs.InitializeCollections))
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, item) in value)
        {
            json.WritePropertyName(key);
            write(json, item);
        }

        json.WriteEndObject();
    }

    private static void Items<T, TState>(
        this Utf8JsonWriter json,
        string name,
        List<T> value,
        TState state,
        Action<Utf8JsonWriter, T, TState> write
    )
    {
        // Where collections start as empty ones, an empty one says nothing.
        if (value is null || (value.Count == 0 && AWSConfigs.InitializeCollections))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in value)
        {
            write(json, item, state);
        }

        json.WriteEndArray();
    }

    private static void WriteObject<T>(this Utf8JsonWriter json, T value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WriteStartObject();
        if (value is not null)
        {
            write(json, value);
        }

        json.WriteEndObject();
    }
}
