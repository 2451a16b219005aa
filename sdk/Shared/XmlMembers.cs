using System;
using System.Collections.Generic;
using System.Globalization;
using System.Xml.Linq;

namespace Amazon.StandIns;

/// <summary>Reads the members of an XML element; one that is absent is null, and so is a list without items.</summary>
internal static class XmlMembers
{
    public static string Text(this XElement xml, string name) => xml.Member(name)?.Value;

    public static int? Number(this XElement xml, string name) =>
        xml.Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public static double? Double(this XElement xml, string name) =>
        xml.Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public static bool? Flag(this XElement xml, string name) => xml.Text(name) is { } text ? bool.Parse(text) : null;

    /// <summary>A time in ISO 8601; in UTC.</summary>
    public static DateTime? Time(this XElement xml, string name) =>
        xml.Text(name) is { } text
            ? DateTime.Parse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
            )
            : null;

    public static T Object<T>(this XElement xml, string name, Func<XElement, T> read)
        where T : class => xml.Member(name) is { } member ? read(member) : null;

    public static List<T> List<T>(this XElement xml, string name, Func<XElement, T> read)
    {
        var items = Unset.List<T>();
        foreach (var item in xml.Member(name)?.Elements() ?? [])
        {
            items ??= [];
            items.Add(read(item));
        }

        return items;
    }

    public static List<string> Texts(this XElement xml, string name) => xml.List(name, static item => item.Value);

    /// <summary>The element of a name, in whichever namespace the service puts it.</summary>
    public static XElement Member(this XElement xml, string name)
    {
        foreach (var element in xml.Elements())
        {
            if (element.Name.LocalName == name)
            {
                return element;
            }
        }

        return null;
    }
}
