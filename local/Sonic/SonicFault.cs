using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Sonic;

/// <summary>What goes wrong with a session, where somebody wants to see what a bridge makes of it.</summary>
public abstract record SonicFault
{
    private SonicFault() { }

    /// <summary>Nothing.</summary>
    public sealed record None : SonicFault;

    /// <summary>The stream is refused.</summary>
    public sealed record Refused(AwsException Error) : SonicFault
    {
        /// <summary>There are as many streams as the account may have.</summary>
        public static Refused Throttled { get; } =
            new(
                new AwsException(
                    "ThrottlingException",
                    "Too many requests, please wait before trying again.",
                    StatusCodes.Status429TooManyRequests
                )
            );
    }

    /// <summary>It is opened, and breaks at a moment.</summary>
    public abstract record Breaking(FaultMoment When) : SonicFault;

    /// <summary>It ends with one of the modelled exceptions, such as <c>modelStreamErrorException</c>.</summary>
    public sealed record Ended(FaultMoment When, string Type, string Message) : Breaking(When);

    /// <summary>It is reset.</summary>
    public sealed record Reset(FaultMoment When) : Breaking(When);

    /// <summary>It stays open, takes nothing more and says nothing more.</summary>
    public sealed record Stalled(FaultMoment When) : Breaking(When);
}

/// <summary>A moment of a session by what went over the wire, and by no clock.</summary>
/// <param name="Heard">When so much of the caller's voice has come in.</param>
/// <param name="Spoken">When, besides, so much of the agent's voice has gone out.</param>
public sealed record FaultMoment(TimeSpan Heard, TimeSpan Spoken)
{
    public static FaultMoment AfterHearing(TimeSpan voice) => new(voice, TimeSpan.Zero);

    public static FaultMoment AfterSpeaking(TimeSpan voice) => new(TimeSpan.Zero, voice);
}
