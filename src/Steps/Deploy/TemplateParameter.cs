using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Deploy;

/// <summary>A parameter of a template, and what CloudFormation would say of a value for it.</summary>
internal sealed class TemplateParameter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly string _name;
    private readonly string[] _allowed;
    private readonly string? _pattern;
    private readonly string? _constraint;
    private readonly bool _isNumber;
    private readonly decimal? _least;
    private readonly decimal? _most;

    public TemplateParameter(JsonProperty declaration)
    {
        var shape = declaration.Value;
        _name = declaration.Name;
        _allowed = [.. shape.At("AllowedValues").Items().Select(Text)];
        _pattern = shape.TextAt("AllowedPattern");
        _constraint = shape.TextAt("ConstraintDescription");
        _isNumber = shape.TextAt("Type") == "Number";
        _least = Bound(shape.At("MinValue"));
        _most = Bound(shape.At("MaxValue"));
    }

    /// <summary>What is wrong with a value, in a sentence; null when nothing is.</summary>
    public string? Check(string value)
    {
        if (_allowed.Length > 0 && !_allowed.Contains(value, StringComparer.Ordinal))
        {
            return $"stackParameters.{_name} is '{value}', and has to be one of {string.Join(", ", _allowed)}.";
        }

        if (_isNumber)
        {
            var isNumber = decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number);
            return isNumber && !(number < _least) && !(number > _most)
                ? null
                : $"stackParameters.{_name} is '{value}', and has to be a number{Range}.";
        }

        return _pattern is null || Regex.IsMatch(value, $@"\A(?:{_pattern})\z", RegexOptions.None, s_patience)
            ? null
            : $"stackParameters.{_name} is '{value}', and has to be what {_constraint ?? _pattern}.";
    }

    private string Range =>
        (_least, _most) switch
        {
            ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}"),
            ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $" of {least} or more"),
            (null, { } most) => string.Create(CultureInfo.InvariantCulture, $" of {most} or less"),
            _ => "",
        };

    private static string Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static decimal? Bound(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined ? null
        : decimal.TryParse(Text(value), NumberStyles.Number, CultureInfo.InvariantCulture, out var bound) ? bound
        : null;
}
