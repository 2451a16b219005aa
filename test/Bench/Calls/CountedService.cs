using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Bench.Calls;

/// <summary>A service behind the front door, and how often it was asked: by HTTP method, or by operation where requests name one.</summary>
internal sealed class CountedService(IAwsService service) : IAwsService
{
    private const string Target = "X-Amz-Target";

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public string SigningName => service.SigningName;

    public int Of(string what) => _counts.GetValueOrDefault(what);

    public Task HandleAsync(HttpContext context)
    {
        var target = context.Request.Headers[Target].ToString();
        var what = target.Length == 0 ? context.Request.Method : target[(target.LastIndexOf('.') + 1)..];
        _counts.AddOrUpdate(what, 1, static (_, count) => count + 1);
        return service.HandleAsync(context);
    }
}
