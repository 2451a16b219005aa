namespace SonicBridge.Contracts;

/// <summary>
/// <c>disconnected.json</c>, written once by contact-disconnected: Amazon Connect says that the contact has ended. The
/// word comes late, twice or not at all; so nothing waits for it.
/// </summary>
/// <param name="At">When, by Connect's clock.</param>
/// <param name="Reason">Connect's name for why, such as <c>CUSTOMER_DISCONNECT</c>, when it gave one.</param>
public sealed record Disconnection(DateTimeOffset At, string? Reason = null);
