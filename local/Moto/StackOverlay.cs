using System.Collections.Concurrent;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.S3;

namespace SonicBridge.Local.Moto;

/// <summary>
/// CloudFormation, of which moto makes the resources: templates come from the local S3, a change set is carried out as
/// the creation or update that it stands for (moto would leave out the outputs), and whoever lives in the stack is told.
/// </summary>
/// <param name="moto">The relay of CloudFormation.</param>
/// <param name="s3">Where <c>TemplateURL</c> points.</param>
/// <param name="inhabitants">Comes up when a stack stands, and goes before it falls.</param>
public sealed class StackOverlay(MotoRelay moto, S3Store s3, IStackInhabitants inhabitants) : IAwsService
{
    // Not a parameter of CloudFormation: noted with the change set that was carried out.
    private const string Executed = "SonicBridge.Executed";

    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _changeSets = new(StringComparer.Ordinal);

    // A stack that is made in place of the one in review keeps that one's id, as the caller knows it.
    private readonly ConcurrentDictionary<string, string> _knownIds = new(StringComparer.Ordinal);

    public string SigningName => moto.SigningName;

    public async Task HandleAsync(HttpContext context)
    {
        var form = Read(RequestPayload.Of(context).Bytes.Span);
        InlineTemplate(form);
        var answer = form.GetValueOrDefault("Action") switch
        {
            "CreateChangeSet" => await CreateChangeSetAsync(context, form),
            "ExecuteChangeSet" => await ExecuteChangeSetAsync(context, form),
            "CreateStack" or "UpdateStack" => await StandAsync(context, form),
            "DeleteStack" => await FallAsync(context, form),
            "DescribeChangeSet" => AsExecuted(RequireChangeSet(form), await AskAsync(context, form)),
            _ => await AskAsync(context, form),
        };
        await answer.WriteAsync(context);
    }

    private async Task<RelayedAnswer> CreateChangeSetAsync(HttpContext context, Dictionary<string, string> form)
    {
        var answer = await AskAsync(context, form);
        if (answer.IsGood)
        {
            var id = Value(answer, "Id");
            _changeSets[id] = form;
            _changeSets[NameOf(form)] = form;
        }

        return answer;
    }

    private async Task<RelayedAnswer> ExecuteChangeSetAsync(HttpContext context, Dictionary<string, string> form)
    {
        if (
            !_changeSets.TryGetValue(form.GetValueOrDefault("ChangeSetName", ""), out var changes)
            && !_changeSets.TryGetValue(NameOf(form), out changes)
        )
        {
            return await AskAsync(context, form);
        }

        var creates = changes.GetValueOrDefault("ChangeSetType") == "CREATE";
        var known = "";
        if (creates)
        {
            known = Value(await AskAsync(context, Request("DescribeStacks", changes)), "StackId");
            // The empty stack in review, which stands in the way of the one to be.
            await AskAsync(context, Request("DeleteStack", changes));
        }

        var stack = Request(creates ? "CreateStack" : "UpdateStack", changes);
        foreach (var (name, value) in changes)
        {
            if (name.Split('.')[0] is "TemplateBody" or "Parameters" or "Capabilities" or "Tags" or "RoleARN")
            {
                stack[name] = value;
            }
        }

        var answer = await StandAsync(context, stack);
        if (answer.IsGood)
        {
            changes[Executed] = "true";
            if (creates)
            {
                _knownIds[Value(answer, "StackId")] = known;
            }
        }

        return answer.IsGood ? answer with { Body = Empty("ExecuteChangeSet", context) } : answer;
    }

    private async Task<RelayedAnswer> StandAsync(HttpContext context, Dictionary<string, string> form)
    {
        var answer = await AskAsync(context, form);
        if (answer.IsGood && form.TryGetValue("TemplateBody", out var template))
        {
            await inhabitants.MoveInAsync(form["StackName"], template, Parameters(form), context.RequestAborted);
        }

        return answer;
    }

    private async Task<RelayedAnswer> FallAsync(HttpContext context, Dictionary<string, string> form)
    {
        var left = await inhabitants.MoveOutAsync(form.GetValueOrDefault("StackName", ""), context.RequestAborted);
        var answer = await AskAsync(context, form);
        if (!answer.IsGood)
        {
            // moto stops at what depends on something else, and finds less of it the second time.
            answer = await AskAsync(context, form);
        }

        if (answer.IsGood)
        {
            await left(context.RequestAborted);
        }

        return answer;
    }

    private async Task<RelayedAnswer> AskAsync(HttpContext context, Dictionary<string, string> form)
    {
        var text = string.Join(
            '&',
            form.Where(static pair => pair.Key != Executed)
                .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(OfMoto(pair.Value))}")
        );
        var answer = await moto.AskAsync(context, Encoding.UTF8.GetBytes(text));
        return _knownIds.IsEmpty ? answer : answer with { Body = Encoding.UTF8.GetBytes(Known(answer)) };
    }

    private string OfMoto(string value) => _knownIds.FirstOrDefault(id => id.Value == value).Key ?? value;

    private string Known(RelayedAnswer answer) =>
        _knownIds.Aggregate(
            Encoding.UTF8.GetString(answer.Body.Span),
            static (text, id) => text.Replace(id.Key, id.Value, StringComparison.Ordinal)
        );

    /// <summary>moto was not told that the change set was carried out.</summary>
    private RelayedAnswer AsExecuted(Dictionary<string, string> form, RelayedAnswer answer) =>
        _changeSets.TryGetValue(NameOf(form), out var changes) && changes.ContainsKey(Executed)
            ? answer with
            {
                Body = Encoding.UTF8.GetBytes(
                    Encoding
                        .UTF8.GetString(answer.Body.Span)
                        .Replace(">AVAILABLE<", ">EXECUTE_COMPLETE<", StringComparison.Ordinal)
                ),
            }
            : answer;

    /// <summary>moto says of a change set that is not there that the stack is not.</summary>
    private Dictionary<string, string> RequireChangeSet(Dictionary<string, string> form)
    {
        var name = form.GetValueOrDefault("ChangeSetName", "");
        return _changeSets.ContainsKey(name) || _changeSets.ContainsKey(NameOf(form))
            ? form
            : throw new AwsException(
                "ChangeSetNotFound",
                $"ChangeSet [{name}] does not exist",
                StatusCodes.Status404NotFound
            );
    }

    private void InlineTemplate(Dictionary<string, string> form)
    {
        if (!form.Remove("TemplateURL", out var address))
        {
            return;
        }

        var (bucket, key) = TemplateAddress.Parse(address);
        var template =
            s3.Find(bucket, key)
            ?? throw new AwsException("ValidationError", $"S3 error: There is no template s3://{bucket}/{key}.");
        form["TemplateBody"] = Encoding.UTF8.GetString(template.Content.Span);
    }

    private static Dictionary<string, string> Read(ReadOnlySpan<byte> body) =>
        QueryHelpers
            .ParseQuery(Encoding.UTF8.GetString(body))
            .ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString(), StringComparer.Ordinal);

    private static Dictionary<string, string> Request(string action, Dictionary<string, string> changes) =>
        new(StringComparer.Ordinal)
        {
            ["Action"] = action,
            ["Version"] = changes["Version"],
            ["StackName"] = changes["StackName"],
        };

    private static Dictionary<string, string> Parameters(Dictionary<string, string> form)
    {
        const string Key = ".ParameterKey";
        return form.Where(static pair => pair.Key.EndsWith(Key, StringComparison.Ordinal))
            .ToDictionary(
                static pair => pair.Value,
                pair => form.GetValueOrDefault($"{pair.Key[..^Key.Length]}.ParameterValue", "")
            );
    }

    private static string NameOf(Dictionary<string, string> form) =>
        $"{form.GetValueOrDefault("StackName")}/{form.GetValueOrDefault("ChangeSetName")}";

    private static string Value(RelayedAnswer answer, string element) =>
        XElement
            .Parse(Encoding.UTF8.GetString(answer.Body.Span))
            .Descendants()
            .FirstOrDefault(e => e.Name.LocalName == element)
            ?.Value
        ?? "";

    private static byte[] Empty(string operation, HttpContext context)
    {
        XNamespace space = "http://cloudformation.amazonaws.com/doc/2010-05-15/";
        var answer = new XElement(
            space + $"{operation}Response",
            new XElement(space + $"{operation}Result"),
            new XElement(space + "ResponseMetadata", new XElement(space + "RequestId", context.TraceIdentifier))
        );
        return Encoding.UTF8.GetBytes(answer.ToString());
    }
}
