using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Runtime;

namespace SonicBridge.Sdk.Tests.Aws.Botocore;

/// <summary>Compares the stand-ins' types with a service's model, by values that name the member they are of.</summary>
internal sealed class ModelSample(ServiceModel model)
{
    private const long Time = 1764000000;
    private const string Key = "key";

    /// <summary>Structures that the SDK gives another name than the model.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["VpcConfigResponse"] = "VpcConfigDetail",
    };

    /// <summary>JSON with every member of a shape.</summary>
    public JsonNode Json(string shapeName, string member = "")
    {
        var shape = model.Shape(shapeName);
        return (string)shape["type"]! switch
        {
            "structure" => new JsonObject(
                shape["members"]!
                    .AsObject()
                    .Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Json((string)m.Value!["shape"]!, m.Key)))
            ),
            "list" => new JsonArray(Json((string)shape["member"]!["shape"]!, member)),
            "map" => new JsonObject { [KeyOf(shape)] = Json((string)shape["value"]!["shape"]!, member) },
            "double" or "float" => 0.5,
            "blob" => Convert.ToBase64String(Encoding.UTF8.GetBytes(member)),
            "integer" or "long" => 7,
            "boolean" => true,
            "timestamp" => Time,
            _ => shape["enum"] is { } values ? (string)values[0]! : member,
        };
    }

    /// <summary>Checks that each member that a type has is in the shape, of the type that the SDK gives it.</summary>
    public void ShouldFit(Type type, string shapeName)
    {
        foreach (var property in Properties(type))
        {
            var member = MemberOf(property, shapeName);
            var (shape, expected) = (model.Shape(member), property.PropertyType);
            if (expected.IsGenericType && expected.GetGenericTypeDefinition() == typeof(List<>))
            {
                ((string)shape["type"]!).ShouldBe("list", $"{type.Name}.{property.Name}");
                member = (string)shape["member"]!["shape"]!;
                (shape, expected) = (model.Shape(member), expected.GenericTypeArguments[0]);
            }
            else if (expected.IsGenericType && expected.GetGenericTypeDefinition() == typeof(Dictionary<,>))
            {
                ((string)shape["type"]!).ShouldBe("map", $"{type.Name}.{property.Name}");
                member = (string)shape["value"]!["shape"]!;
                (shape, expected) = (model.Shape(member), expected.GenericTypeArguments[1]);
            }

            NameOf(expected)
                .ShouldBe(NetType(member, shape, expected != property.PropertyType), $"{type.Name}.{property.Name}");
            if (expected.IsSubclassOf(typeof(ConstantClass)))
            {
                Constants(expected).ShouldBeSubsetOf(shape["enum"]!.AsArray().Select(value => (string)value!));
            }
            else if ((string)shape["type"]! == "structure")
            {
                ShouldFit(expected, member);
            }
        }
    }

    /// <summary>Sets every property, and those of its structures, to the sample's values.</summary>
    public object Fill(Type type, string shapeName)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var property in Properties(type))
        {
            var member = MemberOf(property, shapeName);
            property.SetValue(value, Value(property.PropertyType, member, WireName(property, shapeName)));
        }

        return value;
    }

    /// <summary>Checks that every property of an answer has the sample's value.</summary>
    public void ShouldHoldSample(object answer, string shapeName)
    {
        foreach (var property in Properties(answer.GetType()))
        {
            var member = MemberOf(property, shapeName);
            var name = WireName(property, shapeName);
            var what = $"{answer.GetType().Name}.{property.Name}";
            switch (property.GetValue(answer))
            {
                case null:
                    Assert.Fail($"{what} was not read.");
                    break;
                case IList list:
                    list.Count.ShouldBe(1, what);
                    var item = (string)model.Shape(member)["member"]!["shape"]!;
                    ShouldBeSample(list[0]!, item, name, what);
                    break;
                case IDictionary map:
                    map.Keys.Cast<string>().ShouldBe([KeyOf(model.Shape(member))], what);
                    var entry = (string)model.Shape(member)["value"]!["shape"]!;
                    ShouldBeSample(map.Values.Cast<object>().Single(), entry, name, what);
                    break;
                case var other:
                    ShouldBeSample(other, member, name, what);
                    break;
            }
        }
    }

    public string WireName(PropertyInfo property, string shapeName) =>
        model.Shape(shapeName)["members"]!
            .AsObject()
            .Select(m => m.Key)
            .FirstOrDefault(key => char.ToUpperInvariant(key[0]) + key[1..] == property.Name)
        ?? throw new ShouldAssertException($"{shapeName} of the service's model has no member {property.Name}.");

    /// <summary>An operation's answer in XML with every member of a shape.</summary>
    public string Xml(string operation, string? shapeName)
    {
        var result = new XElement(operation + "Result");
        if (shapeName is not null)
        {
            result.Add(Content(shapeName, ""));
        }

        var metadata = new XElement("ResponseMetadata", new XElement("RequestId", "request-1"));
        return new XElement(operation + "Response", result, metadata).ToString();
    }

    /// <summary>The fields of a form with every property of a type, by the model's names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Form(Type type, string shapeName, string prefix = "") =>
        Properties(type)
            .SelectMany(property =>
            {
                var name = WireName(property, shapeName);
                var (shape, inner, field) = (MemberOf(property, shapeName), property.PropertyType, prefix + name);
                if ((string)model.Shape(shape)["type"]! == "list")
                {
                    shape = (string)model.Shape(shape)["member"]!["shape"]!;
                    (inner, field) = (inner.GenericTypeArguments[0], field + ".member.1");
                }

                return (string)model.Shape(shape)["type"]! == "structure"
                    ? Form(inner, shape, field + ".")
                    : [KeyValuePair.Create(field, Json(shape, name).ToString())];
            });

    private object Content(string shapeName, string member)
    {
        var shape = model.Shape(shapeName);
        return (string)shape["type"]! switch
        {
            "structure" => shape["members"]!
                .AsObject()
                .Select(m => new XElement(m.Key, Content((string)m.Value!["shape"]!, m.Key)))
                .ToArray<object>(),
            "list" => new XElement("member", Content((string)shape["member"]!["shape"]!, member)),
            "timestamp" => DateTimeOffset.FromUnixTimeSeconds(Time).UtcDateTime,
            "map" => "",
            _ => Json(shapeName, member).ToString(),
        };
    }

    /// <summary>Where beside the body the model puts a member, and by which name; null for the body.</summary>
    public (string Kind, string Name)? LocationOf(PropertyInfo property, string shapeName)
    {
        var name = WireName(property, shapeName);
        var member = model.Shape(shapeName)["members"]![name]!;
        return (string?)member["location"] is { } kind ? (kind, (string?)member["locationName"] ?? name) : null;
    }

    /// <summary>An operation's path, with the sample's values for the names in braces.</summary>
    public string Path(string template, Type type, string shapeName)
    {
        foreach (var property in Properties(type))
        {
            if (LocationOf(property, shapeName) is ("uri", var name))
            {
                var value = Json(shapeName)[WireName(property, shapeName)]!.ToString();
                template = template.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            }
        }

        return template.Split('?')[0];
    }

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private void ShouldBeSample(object value, string shapeName, string name, string what)
    {
        var sample = Json(shapeName, name);
        switch (value)
        {
            case DateTime time:
                time.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(Time).UtcDateTime, what);
                break;
            case MemoryStream bytes:
                Convert.ToBase64String(bytes.ToArray()).ShouldBe((string)sample!, what);
                break;
            case ConstantClass or string or bool or int or long or double:
                value.ToString().ShouldBe(value is bool ? "True" : sample.ToString(), what);
                break;
            default:
                ShouldHoldSample(value, shapeName);
                break;
        }
    }

    private object Value(Type type, string shapeName, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            var map = (IDictionary)Activator.CreateInstance(type)!;
            var shape = model.Shape(shapeName);
            map[KeyOf(shape)] = Value(type.GenericTypeArguments[1], (string)shape["value"]!["shape"]!, name);
            return map;
        }

        if (type.IsGenericType)
        {
            var list = (IList)Activator.CreateInstance(type)!;
            list.Add(Value(type.GenericTypeArguments[0], (string)model.Shape(shapeName)["member"]!["shape"]!, name));
            return list;
        }

        var sample = Json(shapeName, name);
        return type switch
        {
            _ when type == typeof(string) => (string)sample!,
            _ when type == typeof(int) => (int)sample,
            _ when type == typeof(long) => (long)(int)sample,
            _ when type == typeof(bool) => (bool)sample,
            _ when type == typeof(double) => (double)sample,
            _ when type == typeof(MemoryStream) => new MemoryStream(Convert.FromBase64String((string)sample!)),
            _ when type == typeof(DateTime) => DateTimeOffset.FromUnixTimeSeconds(Time).UtcDateTime,
            _ when type.IsSubclassOf(typeof(ConstantClass)) => Activator.CreateInstance(type, (string)sample!)!,
            _ => Fill(type, shapeName),
        };
    }

    /// <summary>A key of a map: one of those that it may have, where these are named.</summary>
    private string KeyOf(JsonNode map) =>
        model.Shape((string)map["key"]!["shape"]!)["enum"] is { } keys ? (string)keys[0]! : Key;

    private string MemberOf(PropertyInfo property, string shapeName) =>
        (string)model.Shape(shapeName)["members"]![WireName(property, shapeName)]!["shape"]!;

    /// <summary>The type that version 4 of the SDK gives a member: values are nullable, lists of enumerations hold text.</summary>
    private static string NetType(string name, JsonNode shape, bool inList) =>
        (string)shape["type"]! switch
        {
            "structure" => Renamed.GetValueOrDefault(name, name),
            "string" => shape["enum"] is null || inList ? "String" : name,
            "integer" => inList ? "Int32" : "Int32?",
            "long" => "Int64?",
            "double" => inList ? "Double" : "Double?",
            "blob" => "MemoryStream",
            "boolean" => "Boolean?",
            "timestamp" => "DateTime?",
            var other => other,
        };

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? value.Name + "?" : type.Name;

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((ConstantClass)field.GetValue(null)!).Value);
}
