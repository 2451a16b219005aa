using System;
using System.Collections.Generic;
using System.Globalization;

namespace Amazon.StandIns;

/// <summary>Writes members as fields of a form, under the names of what they are in; one that is null is left out.</summary>
internal readonly struct QueryForm(IDictionary<string, string> fields, string prefix)
{
    public void Text(string name, string value)
    {
        if (value is not null)
        {
            fields.Add(prefix + name, value);
        }
    }

    public void Number(string name, long? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Flag(string name, bool? value) => Text(name, value is { } flag ? (flag ? "true" : "false") : null);

    public void Object<T>(string name, T value, Action<QueryForm, T> write)
        where T : class
    {
        if (value is not null)
        {
            write(new QueryForm(fields, $"{prefix}{name}."), value);
        }
    }

    public void List<T>(string name, List<T> values, Action<QueryForm, T> write)
        where T : class
    {
        var count = CountOf(name, values);
        for (var i = 0; i < count; i++)
        {
            Object($"{name}.member.{i + 1}", values[i], write);
        }
    }

    public void Texts(string name, List<string> values)
    {
        var count = CountOf(name, values);
        for (var i = 0; i < count; i++)
        {
            Text($"{name}.member.{i + 1}", values[i]);
        }
    }

    /// <summary>How many fields a list becomes; one that was set to be empty is one empty field.</summary>
    private int CountOf<T>(string name, List<T> values)
    {
        if (values is { Count: 0 } && !AWSConfigs.InitializeCollections)
        {
            Text(name, "");
        }

        return values?.Count ?? 0;
    }
}
