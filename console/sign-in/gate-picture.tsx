// The gate that stands beside every part of the way in.
export function GatePicture() {
  return (
    <div className="sign-in-gate" aria-hidden="true">
      <svg viewBox="0 0 320 220" role="presentation">
        <path className="post" d="M92 24v196M228 24v196" />
        <path className="beam" d="M40 64h240" />
        <path className="fence" d="M0 150h84M236 150h84M0 190h84M236 190h84" />
        <path
          className="fence"
          d="M0 128l62 92M31 128l53 79M62 128l22 33M84 128L22 220M53 128L0 207M22 128L0 161"
        />
        <path
          className="fence"
          d="M236 128l62 92M267 128l53 79M298 128l22 33M320 128l-62 92M289 128l-53 79M258 128l-22 33"
        />
        <path className="way" d="M160 214v-84" />
      </svg>
    </div>
  );
}
