using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.FrontDoor;

/// <summary>Opens a front door for a test.</summary>
internal static class ADoor
{
    public static Task<AwsFrontDoor> With(params IAwsService[] services) => With(new FrontDoorOptions(), services);

    public static Task<AwsFrontDoor> With(FrontDoorOptions options, params IAwsService[] services) =>
        With(options, TimeProvider.System, services);

    public static async Task<AwsFrontDoor> With(
        FrontDoorOptions options,
        TimeProvider clock,
        params IAwsService[] services
    )
    {
        var door = await AwsFrontDoor.StartAsync(options, clock, null, TestContext.Current.CancellationToken);
        foreach (var service in services)
        {
            door.Add(service);
        }

        return door;
    }
}

/// <summary>A service that does what a test says.</summary>
internal sealed class ServiceOf(string signingName, RequestDelegate handler) : IAwsService
{
    public string SigningName => signingName;

    public Task HandleAsync(HttpContext context) => handler(context);
}
