using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.S3;

namespace SonicBridge.Local.Moto;

/// <summary>
/// A function's code, which moto takes and gives nobody back: it is kept in S3, where Lambda keeps it, and
/// <c>Code.Location</c> is a presigned address there. Code that is named by bucket and key comes from the local S3.
/// </summary>
public sealed class FunctionCodeOverlay : IAwsService
{
    private const string Functions = "/2015-03-31/functions";
    private const string Bucket = "awslambda-us-east-1-tasks";

    // As long as Lambda's own addresses hold.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly MotoRelay _moto;
    private readonly S3Store _s3;
    private readonly TimeProvider _time;

    /// <param name="moto">The relay of Lambda.</param>
    public FunctionCodeOverlay(MotoRelay moto, S3Store s3, TimeProvider time)
    {
        (_moto, _s3, _time) = (moto, s3, time);
        s3.CreateBucket(Bucket);
    }

    public string SigningName => _moto.SigningName;

    public Task HandleAsync(HttpContext context)
    {
        var path = (context.Request.Path.Value ?? "").TrimEnd('/');
        return (context.Request.Method, path.Split('/')) switch
        {
            ("POST", [_, _, "functions"]) when path == Functions => TakeAsync(context, static body => body["Code"]),
            ("PUT", [_, _, "functions", _, "code"]) => TakeAsync(context, static body => body),
            ("GET", [_, "2015-03-31", "functions", _]) => GiveAsync(context),
            _ => _moto.HandleAsync(context),
        };
    }

    private async Task TakeAsync(HttpContext context, Func<JsonObject, JsonNode?> codeOf)
    {
        var body = JsonNode.Parse(RequestPayload.Of(context).Bytes.Span) as JsonObject ?? [];
        if (codeOf(body) is not JsonObject code || CodeIn(code) is not { } zip)
        {
            await _moto.HandleAsync(context);
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["S3Bucket", "S3Key", "S3ObjectVersion"])
        {
            code.Remove(name);
        }

        code["ZipFile"] = Convert.ToBase64String(zip.Span);
        var answer = await _moto.AskAsync(context, Encoding.UTF8.GetBytes(body.ToJsonString()));
        if (answer.IsGood && HashIn(JsonNode.Parse(answer.Body.Span)) is { } hash)
        {
            _s3.Put(Bucket, KeyOf(hash), zip, "application/zip");
        }

        await answer.WriteAsync(context);
    }

    private async Task GiveAsync(HttpContext context)
    {
        var answer = await _moto.AskAsync(context, RequestPayload.Of(context).Bytes);
        if (
            answer.IsGood
            && JsonNode.Parse(answer.Body.Span) is JsonObject body
            && body["Code"] is JsonObject code
            && HashIn(body["Configuration"]) is { } hash
            && _s3.Find(Bucket, KeyOf(hash)) is { } stored
        )
        {
            var door = new Uri($"{context.Request.Scheme}://{context.Request.Host}/{Bucket}/{stored.Key}");
            code["Location"] = RequestSigner.Presign(door, Lifetime, _time.GetUtcNow()).AbsoluteUri;
            answer = answer with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
        }

        await answer.WriteAsync(context);
    }

    private ReadOnlyMemory<byte>? CodeIn(JsonObject code)
    {
        if ((string?)code["ZipFile"] is { } zip)
        {
            return Convert.FromBase64String(zip);
        }

        if ((string?)code["S3Bucket"] is not { } bucket || (string?)code["S3Key"] is not { } key)
        {
            return null;
        }

        return _s3.Find(bucket, key)?.Content
            ?? throw new AwsException(
                "InvalidParameterValueException",
                $"Error occurred while GetObject. S3 Error Code: NoSuchKey. There is no s3://{bucket}/{key}."
            );
    }

    private static string? HashIn(JsonNode? configuration)
    {
        try
        {
            return (string?)configuration?["CodeSha256"];
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    private static string KeyOf(string hash) => $"{Convert.ToHexStringLower(Convert.FromBase64String(hash))}.zip";
}
