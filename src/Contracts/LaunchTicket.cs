namespace SonicBridge.Contracts;

/// <summary>
/// <c>launch.json</c>, written by launch-bridge before each task is run. Only a bridge whose generation stands here may
/// speak for the call. The token is here and not in the task's overrides, which anyone who may describe tasks can read.
/// </summary>
/// <param name="Generation">1 for the call's first bridge, one more for each that takes its place.</param>
/// <param name="TaskToken">By which the bridge reports to the call's execution.</param>
public sealed record LaunchTicket(int Generation, string TaskToken);
